import { Pencil, Plus, Star, Trash2 } from 'lucide-react';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { Step } from '../../shared/model/records.ts';
import { useMap, useRun } from '../session/SessionContext.tsx';
import { MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { addStepBefore } from './addItems.ts';
import { useCanvas } from './canvasContext.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { MoveMenuItems } from './MoveMenuItems.tsx';
import { removeAndTell } from './removeSelected.ts';
import { SizeMenuItem } from './SizeMenuItem.tsx';
import { useView } from './viewStore.ts';

export function StepMenu({ step }: { readonly step: Step }) {
  if (!step.stage) return null;
  return <HeaderMenu label={`Actions for ${step.title || 'this step'}`}>{() => <StepItems step={step} />}</HeaderMenu>;
}

function StepItems({ step }: { readonly step: Step }) {
  const canvas = useCanvas();
  const run = useRun();
  const index = useMap((map) => outlineOf(map).stepIndex(step.id));
  const count = useMap((map) => outlineOf(map).steps.length);
  const item = { kind: 'step', id: step.id } as const;
  const { stage } = step;
  if (!stage) return null;
  const addAfter = () => {
    const siblings = canvas.map().steps.list.filter((other) => other.stage === stage);
    addStepBefore(canvas, stage, siblings[siblings.indexOf(step) + 1]?.id ?? null);
  };
  return (
    <>
      <MenuItem icon={<Pencil size={15} />} onSelect={() => useView.getState().edit({ ...item, field: 'title' })}>
        Rename
      </MenuItem>
      <MenuItem
        icon={<Star size={15} />}
        onSelect={() => run(changeItems, changeOf('step', step.id, { momentOfTruth: !step.momentOfTruth }))}
      >
        {step.momentOfTruth ? 'No moment of truth' : 'Moment of truth'}
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={() => addStepBefore(canvas, stage, step.id)}>
        Add step before
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={addAfter}>
        Add step after
      </MenuItem>
      <MenuSeparator />
      <MoveMenuItems item={item} index={index} count={count} />
      <SizeMenuItem item={item} label="As wide as usual" />
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={15} />} danger onSelect={() => removeAndTell(canvas, [item])}>
        Delete step
      </MenuItem>
    </>
  );
}
