import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { memo } from 'react';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { counted } from '../../shared/model/inWords.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { Stage } from '../../shared/model/records.ts';
import { LIFECYCLE_OPTIONS } from '../panels/words.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { AddRow } from './AddRow.tsx';
import { DeleteItem, MoveItems, PanelItems, RenameItem } from './MoveItems.tsx';
import styles from './Outline.module.css';
import { addNewStage, addNewStep, afterIn } from './outlineAdds.ts';
import { addStepKey } from './outlineRows.ts';
import { isStageClosed, openStage, useOutline } from './outlineStore.ts';
import { RowMenu } from './RowMenu.tsx';
import { RowOther } from './RowOther.tsx';
import { RowTitle } from './RowTitle.tsx';
import { StepItem } from './StepItem.tsx';
import { useIds } from './useIds.ts';
import { useItemTabStop } from './useRow.ts';

const stepsOf = (id: string) => (map: Parameters<typeof outlineOf>[0]) =>
  outlineOf(map).stages.find(({ stage }) => stage.id === id)?.steps ?? [];

export const StageItem = memo(function StageItem({ id }: { readonly id: string }) {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const stage = useMap((map) => map.stages.get(id));
  const steps = useIds(stepsOf(id));
  const size = useMap((map) => map.touchpoints.list.length);
  const closed = useOutline(({ stages }) => isStageClosed(stages, size, id));
  const item = { kind: 'stage', id } as const;
  const tabIndex = useItemTabStop(item);
  if (!stage) return null;
  const name = stage.title || 'this stage';
  return (
    <li className={styles.stage}>
      <div className={styles.stageRow}>
        <button
          type="button"
          className={styles.tool}
          aria-expanded={!closed}
          aria-label={`Steps of ${name}`}
          tabIndex={tabIndex}
          onClick={() => openStage(id, closed ? 'open' : 'closed')}
        >
          {closed ? <ChevronRight size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        </button>
        <h3 className={styles.stageTitle}>
          <RowTitle item={item} text={stage.title} placeholder="Name of the stage" />
        </h3>
        <RowOther item={item} />
        <span className={styles.caption}>{counted(steps.length, 'step')}</span>
        <RowMenu item={item} name={name}>
          {() => <StageActions stage={stage} />}
        </RowMenu>
      </div>
      {!closed && (
        <>
          {steps.length > 0 && (
            <ol className={styles.steps} aria-label={`Steps of ${name}`}>
              {steps.map((step) => (
                <StepItem key={step} id={step} />
              ))}
            </ol>
          )}
          {mayEdit && (
            <AddRow
              row={addStepKey(id)}
              label="Add step"
              where={`to ${name}`}
              className={styles.addStep}
              onAdd={() => addNewStep(session, stage.id, null)}
            />
          )}
        </>
      )}
    </li>
  );
});

function StageActions({ stage }: { readonly stage: Stage }) {
  const session = useMapSession();
  const item = { kind: 'stage', id: stage.id } as const;
  const stages = useMap((map) => map.stages.list);
  return (
    <>
      <RenameItem item={item} />
      <MenuItem icon={<Plus size={15} />} hint="S" onSelect={() => addNewStep(session, stage.id, null)}>
        Add step
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={() => addNewStage(session, afterIn(stages, stage.id))}>
        Add stage after
      </MenuItem>
      <PanelItems item={item} />
      <MenuSeparator />
      <MoveItems item={item} />
      <MenuSeparator />
      <MenuChoice
        heading="Lifecycle"
        value={stage.lifecycle}
        options={LIFECYCLE_OPTIONS}
        onChange={(lifecycle) => session.run(changeItems, changeOf('stage', stage.id, { lifecycle }))}
      />
      <DeleteItem item={item} />
    </>
  );
}
