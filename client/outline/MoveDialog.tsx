import { useState } from 'react';
import { moveStep } from '../../shared/commands/moveStep.ts';
import { nameOf } from '../../shared/model/collections.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Outline.module.css';
import { putInto, showRow } from './outlineMoves.ts';
import { stayAtRow } from './outlineStore.ts';

interface MoveDialogProps {
  readonly item: ItemRef;
  readonly onClose: () => void;
}

/** Moves a step to another stage, or a touchpoint or note to another step and lane: to the end there. */
export function MoveDialog({ item, onClose }: MoveDialogProps) {
  const session = useMapSession();
  const name = useMap((map) => nameOf(map, item)) || `this ${item.kind}`;
  const outline = useMap(outlineOf);
  const place = useMap((map) => (item.kind === 'note' ? map.notes : map.touchpoints).get(item.id)?.place ?? null);
  const lanes = outline.lanes.filter(({ kind }) => item.kind === 'note' || kind === 'department');
  const ownStage = useMap((map) => (item.kind === 'step' ? map.steps.get(item.id)?.stage : null) ?? null);
  const [chosenStage, setStage] = useState<string | null>(ownStage);
  const [chosenStep, setStep] = useState<string | null>(place?.step ?? null);
  const [chosenLane, setLane] = useState<string | null>(place?.lane ?? null);
  const stage = outline.stages.find((one) => one.stage.id === chosenStage)?.stage ?? outline.stages[0]?.stage;
  const step = outline.steps.find(({ id }) => id === chosenStep) ?? outline.steps[0];
  const lane = lanes.find(({ id }) => id === chosenLane) ?? lanes[0];
  const isStep = item.kind === 'step';
  const possible = isStep ? stage !== undefined : step !== undefined && lane !== undefined;
  const move = () => {
    onClose();
    let done = false;
    if (isStep && stage) {
      done = session.run(moveStep, { id: idOf(item.id), stage: stage.id, before: null }).status === 'done';
    } else if (step && lane) done = putInto(session, item, { step: step.id, lane: lane.id }, null);
    if (done) showRow(session, item);
  };
  return (
    <Dialog
      title={`Move “${name}”`}
      onClose={onClose}
      onClosed={stayAtRow}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!possible} onClick={move}>
            Move
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {isStep ? (
          <Select
            label="Stage"
            value={stage?.id ?? ''}
            options={outline.stages.map((one) => ({ value: one.stage.id, label: one.stage.title || 'Untitled stage' }))}
            onChange={setStage}
          />
        ) : (
          <>
            <Select
              label="Step"
              value={step?.id ?? ''}
              options={outline.steps.map((one) => {
                const title = outline.stageOf(one.id)?.title || 'Untitled stage';
                return { value: one.id, label: `${title}: ${one.title || 'Untitled step'}` };
              })}
              onChange={setStep}
            />
            <Select
              label={item.kind === 'note' ? 'Lane' : 'Department'}
              value={lane?.id ?? ''}
              options={lanes.map((one) => ({ value: one.id, label: one.title || 'Untitled lane' }))}
              onChange={setLane}
            />
          </>
        )}
        {!possible && <p>There is no {isStep ? 'stage' : 'step and lane'} to move it to yet.</p>}
      </div>
    </Dialog>
  );
}
