import { changeMap } from '../../../shared/commands/changeMap.ts';
import type { MapSession } from '../../session/session.ts';
import { toast } from '../../ui/toasts.ts';

/** Makes the map one that others begin from, or an ordinary one again, and says what that means. */
export function changeTemplate(session: MapSession): void {
  const { template } = session.store.getState().map.meta;
  if (session.run(changeMap, { template: !template }).status === 'refused') return;
  toast(
    template
      ? 'This map is no template any more.'
      : 'Saved as a template. On the home page it stands under Templates, for everybody it is shared with.',
  );
}
