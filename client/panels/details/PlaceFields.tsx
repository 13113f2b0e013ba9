import { moveNotes } from '../../../shared/commands/moveNotes.ts';
import { moveTouchpoints } from '../../../shared/commands/moveTouchpoints.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import type { Place } from '../../../shared/model/records.ts';
import { newId } from '../../session/newId.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { useReadOnly } from '../../ui/ReadOnly.tsx';
import { Select } from '../../ui/Select.tsx';
import { sameOrNull } from './common.ts';
import styles from './Details.module.css';
import { Columns } from './Section.tsx';

interface PlaceFieldsProps {
  readonly kind: 'touchpoint' | 'note';
  readonly items: readonly { readonly id: string; readonly place: Place | null }[];
}

/** Where these stand. Of several, each keeps the step where only the lane is chosen, and the other way round. */
export function PlaceFields({ kind, items }: PlaceFieldsProps) {
  const run = useRun();
  const readOnly = useReadOnly();
  const outline = useMap(outlineOf);
  const lanes = outline.lanes.filter((lane) => (lane.kind === 'notes') === (kind === 'note'));
  const placeOf = ({ place }: { readonly place: Place | null }) => (outline.isPlaced(place) ? place : null);
  const isUnplaced = items.some((item) => placeOf(item) === null);
  const step = sameOrNull(items, (item) => placeOf(item)?.step ?? null);
  const lane = sameOrNull(items, (item) => placeOf(item)?.lane ?? null);
  const steps = outline.steps.map(({ id, title }) => ({ value: id, label: title || 'Untitled step' }));
  const rows = lanes.map(({ id, title }) => ({ value: id, label: title || 'Untitled lane' }));
  const move = (change: Partial<Place>) => {
    // Each has a place of its own, so each is moved alone; the key makes them one undo step.
    const together = `place:${newId()}`;
    for (const item of items) {
      const own = placeOf(item);
      const to = {
        step: change.step ?? own?.step ?? outline.steps[0]?.id,
        lane: change.lane ?? own?.lane ?? lanes[0]?.id,
      };
      if (!to.step || !to.lane) continue;
      const place = { step: to.step, lane: to.lane };
      if (own && own.step === place.step && own.lane === place.lane) continue;
      if (kind === 'note') run(moveNotes, { ids: [idOf(item.id)], place, before: null }, together);
      else run(moveTouchpoints, { ids: [idOf(item.id)], place, before: null }, together);
    }
  };
  if (readOnly && isUnplaced) return <p className={styles.place}>Unplaced: its step or lane was deleted.</p>;
  if (steps.length === 0 || rows.length === 0) return null;
  return (
    <>
      {isUnplaced && (
        <p className={styles.place}>Unplaced: the step or lane was deleted. Choose where it is to stand.</p>
      )}
      <Columns>
        <Select
          label="Step"
          value={step}
          none={isUnplaced ? 'Unplaced' : undefined}
          options={steps}
          onChange={(chosen) => move({ step: chosen })}
        />
        <Select
          label={kind === 'note' ? 'Notes lane' : 'Department'}
          value={lane}
          none={isUnplaced ? 'Unplaced' : undefined}
          options={rows}
          onChange={(chosen) => move({ lane: chosen })}
        />
      </Columns>
    </>
  );
}
