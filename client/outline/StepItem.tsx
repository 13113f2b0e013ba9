import { Plus, Star } from 'lucide-react';
import { memo } from 'react';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { Step } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { feelingText } from '../canvas/emotionScale.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { AddInStep } from './AddInStep.tsx';
import { FieldsButton } from './FieldsButton.tsx';
import { LaneGroup } from './LaneGroup.tsx';
import { DeleteItem, MoveItems, MoveToItem, PanelItems, RenameItem } from './MoveItems.tsx';
import styles from './Outline.module.css';
import { addNewStep, afterIn } from './outlineAdds.ts';
import { rowKey } from './outlineRows.ts';
import { useOutline } from './outlineStore.ts';
import { PutBack } from './PutBack.tsx';
import { RowMenu } from './RowMenu.tsx';
import { RowOther } from './RowOther.tsx';
import { RowTitle } from './RowTitle.tsx';
import { StepFields } from './StepFields.tsx';
import { useIds } from './useIds.ts';

const lanesAt = (step: string) => (map: MapSnapshot) => {
  const { lanes, touchpointsIn, notesIn } = outlineOf(map);
  return lanes.filter(({ id }) => touchpointsIn(step, id).length + notesIn(step, id).length > 0);
};

export const StepItem = memo(function StepItem({ id }: { readonly id: string }) {
  const mayEdit = useMayEdit();
  const step = useMap((map) => map.steps.get(id));
  const lanes = useIds(lanesAt(id));
  const placed = useMap((map) => outlineOf(map).stepIndex(id) >= 0);
  const item = { kind: 'step', id } as const;
  const open = useOutline(({ fields }) => fields === rowKey(item));
  if (!step) return null;
  const name = step.title || 'this step';
  return (
    <li className={styles.step}>
      <div className={styles.row}>
        <h4 className={styles.stepTitle}>
          <RowTitle item={item} text={step.title} placeholder="What the customer does" />
        </h4>
        <RowOther item={item} />
        {!placed && <PutBack item={item} name={name} />}
        {placed && <FieldsButton item={item} name={`How ${name} feels`} text={<Feeling step={step} />} />}
        <RowMenu item={item} name={name}>
          {() => <StepActions step={step} placed={placed} />}
        </RowMenu>
      </div>
      {open && placed && <StepFields step={step} />}
      {placed && lanes.length > 0 && (
        <ul className={styles.lanes} aria-label={`Departments at ${name}`}>
          {lanes.map((lane) => (
            <LaneGroup key={lane} step={id} lane={lane} />
          ))}
        </ul>
      )}
      {placed && mayEdit && <AddInStep step={step} />}
    </li>
  );
});

/** How everyone feels, with a star where it is a moment of truth. */
function Feeling({ step }: { readonly step: Step }) {
  const value = step.emotions.find(({ persona }) => persona === EVERYONE)?.value;
  return (
    <>
      {step.momentOfTruth && <Star size={13} className={styles.star} aria-label="Moment of truth," />}
      {value === undefined ? (
        'Not rated'
      ) : (
        <>
          <span className={styles.feeling} data-value={value} aria-hidden />
          {feelingText(value)}
        </>
      )}
    </>
  );
}

function StepActions({ step, placed }: { readonly step: Step; readonly placed: boolean }) {
  const session = useMapSession();
  const item = { kind: 'step', id: step.id } as const;
  const { stage } = step;
  const addAfter = () => {
    const siblings = session.store.getState().map.steps.list.filter((other) => other.stage === stage);
    if (stage) addNewStep(session, stage, afterIn(siblings, step.id));
  };
  return (
    <>
      <RenameItem item={item} />
      <MenuItem
        icon={<Star size={15} />}
        onSelect={() => session.run(changeItems, changeOf('step', step.id, { momentOfTruth: !step.momentOfTruth }))}
      >
        {step.momentOfTruth ? 'No moment of truth' : 'Moment of truth'}
      </MenuItem>
      {placed && (
        <MenuItem icon={<Plus size={15} />} hint="S" onSelect={addAfter}>
          Add step after
        </MenuItem>
      )}
      <PanelItems item={item} />
      <MenuSeparator />
      {placed ? <MoveItems item={item} /> : <MoveToItem item={item} label="Put back…" />}
      <DeleteItem item={item} />
    </>
  );
}
