import { LayoutTemplate } from 'lucide-react';
import { useMap, useMapSession } from '../../session/SessionContext.tsx';
import { MenuItem } from '../../ui/Menu.tsx';
import { changeTemplate } from './changeTemplate.ts';

/** Makes the map one that others begin from, or an ordinary one again. */
export function TemplateItem() {
  const session = useMapSession();
  const template = useMap((map) => map.meta.template);
  return (
    <MenuItem icon={<LayoutTemplate size={16} aria-hidden />} onSelect={() => changeTemplate(session)}>
      {template ? 'No longer a template' : 'Save as template'}
    </MenuItem>
  );
}
