import { LayoutTemplate } from 'lucide-react';
import { changeMap } from '../../../shared/commands/changeMap.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { MenuItem } from '../../ui/Menu.tsx';
import { toast } from '../../ui/toasts.ts';

/** Makes the map one that others begin from, or an ordinary one again. */
export function TemplateItem() {
  const run = useRun();
  const template = useMap((map) => map.meta.template);
  const change = () => {
    if (run(changeMap, { template: !template }).status === 'refused') return;
    toast(
      template
        ? 'This map is no template any more.'
        : 'Saved as a template. On the home page it stands under Templates, for everybody it is shared with.',
    );
  };
  return (
    <MenuItem icon={<LayoutTemplate size={16} aria-hidden />} onSelect={change}>
      {template ? 'No longer a template' : 'Save as template'}
    </MenuItem>
  );
}
