import { Pencil, Plus, Trash2 } from 'lucide-react';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { LIFECYCLES, type Stage } from '../../shared/model/records.ts';
import { useMap, useRun } from '../session/SessionContext.tsx';
import { MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { addStageBefore, addStepBefore } from './addItems.ts';
import { useCanvas } from './canvasContext.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { MoveMenuItems } from './MoveMenuItems.tsx';
import { removeAndTell } from './removeSelected.ts';
import { useView } from './viewStore.ts';

const LIFECYCLE_OPTIONS = LIFECYCLES.map((value) => ({
  value,
  label: `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
}));

export function StageMenu({ stage }: { readonly stage: Stage }) {
  return (
    <HeaderMenu label={`Actions for ${stage.title || 'this stage'}`}>{() => <StageItems stage={stage} />}</HeaderMenu>
  );
}

function StageItems({ stage }: { readonly stage: Stage }) {
  const canvas = useCanvas();
  const run = useRun();
  const stages = useMap((map) => map.stages.list);
  const index = stages.indexOf(stage);
  const item = { kind: 'stage', id: stage.id } as const;
  const rename = () => useView.getState().edit({ ...item, field: 'title' });
  return (
    <>
      <MenuItem icon={<Pencil size={15} />} onSelect={rename}>
        Rename
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={() => addStepBefore(canvas, stage.id, null)}>
        Add step
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={() => addStageBefore(canvas, stage.id)}>
        Add stage before
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={() => addStageBefore(canvas, stages[index + 1]?.id ?? null)}>
        Add stage after
      </MenuItem>
      <MenuSeparator />
      <MoveMenuItems item={item} index={index} count={stages.length} />
      <MenuSeparator />
      <MenuChoice
        heading="Lifecycle"
        value={stage.lifecycle}
        options={LIFECYCLE_OPTIONS}
        onChange={(lifecycle) => run(changeItems, changeOf('stage', stage.id, { lifecycle }))}
      />
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={15} />} danger onSelect={() => removeAndTell(canvas, [item])}>
        Delete stage
      </MenuItem>
    </>
  );
}
