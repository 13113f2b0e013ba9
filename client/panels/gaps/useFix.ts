import { linkHandoff } from '../../../shared/commands/linkHandoff.ts';
import type { Finding } from '../../../shared/gaps/findGaps.ts';
import { idOf, type TouchpointId } from '../../../shared/model/ids.ts';
import { useView } from '../../canvas/viewStore.ts';
import { newId } from '../../session/newId.ts';
import { useRun } from '../../session/SessionContext.tsx';
import { NARROW } from '../../ui/useMedia.ts';
import { wantField } from '../details/fieldFocus.ts';
import { goToGap } from './goToGap.ts';

/** Does what a gap offers: runs its command, draws its hand-off, or goes to the field where somebody has to decide. */
export function useFix(): (finding: Finding) => void {
  const run = useRun();
  const { show, showPanel, startLink } = useView.getState();

  const link = (from: TouchpointId, to: TouchpointId | null) => {
    if (to === null) {
      // The other end is chosen on the map, which the list covers on a narrow screen.
      if (matchMedia(NARROW).matches) showPanel(null);
      show([{ kind: 'touchpoint', id: from }]);
      startLink(from);
      return;
    }
    const id = idOf<'handoff'>(newId());
    if (run(linkHandoff, { id, fields: { from, to } }).status === 'done') show([{ kind: 'handoff', id }]);
  };

  return (finding) => {
    const { fix, id } = finding;
    switch (fix?.kind) {
      case undefined:
        return;
      case 'command':
        if (run(fix.command, fix.input(newId, id)).status === 'done') goToGap(finding);
        return;
      case 'go':
        show([fix.item]);
        showPanel('details');
        wantField(fix.field);
        return;
      case 'link':
        return link(fix.from, fix.to);
      default:
        fix satisfies never;
    }
  };
}
