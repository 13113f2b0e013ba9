import { Plus } from 'lucide-react';
import { addTouchpoint } from '../../../shared/commands/addTouchpoint.ts';
import { idOf, type LaneId, type StepId } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import type { Place } from '../../../shared/model/records.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { useView } from '../../canvas/viewStore.ts';
import { newId } from '../../session/newId.ts';
import { useRun, useWholeMap } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import styles from './Details.module.css';
import { wantField } from './fieldFocus.ts';
import { LinkList } from './LinkList.tsx';
import { Section } from './Section.tsx';

/** The column or the row whose touchpoints are listed. */
type Line = { readonly step: StepId } | { readonly lane: LaneId };

/** The touchpoints of a step, department by department, or of a department, step by step, and the way to add one. */
export function TouchpointsSection({ line }: { readonly line: Line }) {
  const run = useRun();
  const map = useWholeMap();
  const show = useView((view) => view.show);
  const cells = cellsOf(map, line);
  const links = cells.flatMap(({ place, title: hint }) =>
    outlineOf(map)
      .touchpointsIn(place.step, place.lane)
      .map(({ id, title }) => ({ item: { kind: 'touchpoint' as const, id }, title: title || 'Untitled', hint })),
  );
  const add = (place: Place) => {
    const id = idOf<'touchpoint'>(newId());
    if (run(addTouchpoint, { id, fields: { place } }).status === 'refused') return;
    show([{ kind: 'touchpoint', id }]);
    wantField('title');
  };
  const adding = cells.length > 0 && (
    <Menu
      trigger={
        <Button look="link">
          <Plus size={14} aria-hidden />
          Add touchpoint
        </Button>
      }
    >
      {cells.map(({ place, title }) => (
        <MenuItem key={`${place.step} ${place.lane}`} onSelect={() => add(place)}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  );
  return (
    <Section title="Touchpoints" end={adding} field="touchpoints">
      {links.length === 0 ? <p className={styles.text}>None yet.</p> : <LinkList label="Touchpoints" links={links} />}
    </Section>
  );
}

/** The cells of the line, each called by what tells it from the others. */
function cellsOf(map: MapSnapshot, line: Line): readonly { readonly place: Place; readonly title: string }[] {
  const { departments, steps } = outlineOf(map);
  if ('step' in line) {
    return departments.map(({ id, title }) => ({
      place: { step: line.step, lane: id },
      title: title || 'Untitled lane',
    }));
  }
  return steps.map(({ id, title }) => ({ place: { step: id, lane: line.lane }, title: title || 'Untitled step' }));
}
