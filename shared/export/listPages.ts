import { hours } from '../gaps/words.ts';
import { brokenHandoffIds } from '../insights/executive.ts';
import { type HandoffMatrix, handoffMatrix } from '../insights/handoffMatrix.ts';
import { collectionOf, titleOf } from '../model/collections.ts';
import { counted, valueText } from '../model/inWords.ts';
import { newestOf, reachesTarget } from '../model/measurement.ts';
import type { Metric } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { NumberedGap } from './numberedGaps.ts';
import { palette } from './palette.ts';
import type { TableCell, TablePages } from './table.ts';

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({ text, ...more });
const bad = { color: palette.danger, strong: true } as const;

/** Every metric with its newest value and its target; what misses it is said in words, since paper may be grey. */
export function metricTable(map: MapSnapshot): TablePages {
  return {
    title: `Metrics \u00b7 ${map.metrics.list.length}`,
    anchor: 'metrics',
    columns: [
      { head: 'Metric', share: 4 },
      { head: 'Measured at', share: 4 },
      { head: 'Kind', share: 2 },
      { head: 'Value', share: 2 },
      { head: 'Target', share: 2 },
      { head: 'Standing', share: 2 },
      { head: 'Measured on', share: 2 },
    ],
    rows: map.metrics.list.map((metric) => metricRow(map, metric)),
  };
}

function metricRow(map: MapSnapshot, metric: Metric): TableCell[] {
  const newest = newestOf(metric);
  const { target, better, unit, on, kind, title } = metric;
  const isOff = reachesTarget(metric) === false;
  const place = on === null ? '' : titleOf(map[collectionOf(on.kind)].get(on.id) ?? {});
  const standing =
    newest === null ? 'not measured' : target === null ? 'no target' : isOff ? 'off target' : 'on target';
  return [
    cell(title, { strong: true }),
    cell(place),
    cell(kind),
    cell(newest === null ? '' : valueText(newest.value, unit)),
    cell(target === null ? '' : `${better === 'higher' ? '\u2265' : '\u2264'} ${valueText(target, unit)}`),
    cell(standing, isOff ? bad : { color: palette.muted }),
    cell(newest?.date ?? ''),
  ];
}

/** More departments than this make a table with columns too narrow for their names. */
const widestMatrix = 11;

/** Department by department: how many hand-offs, how many of them broken, and how long they take. */
export function handoffTable(map: MapSnapshot, gaps: readonly NumberedGap[]): TablePages {
  const matrix = handoffMatrix(map, brokenHandoffIds(gaps));
  const { handoffs, broken } = matrix.crossing;
  const title = `Hand-offs between departments \u00b7 ${handoffs}, ${broken === 0 ? 'none' : broken} broken`;
  const table = matrix.departments.length > widestMatrix ? pairs(matrix) : square(matrix);
  return { title, anchor: 'handoffs', ...table };
}

const nameOf = ({ departments }: HandoffMatrix, id: string): string =>
  departments.find((lane) => lane.id === id)?.title.trim() || 'Untitled';

function square(matrix: HandoffMatrix): Pick<TablePages, 'columns' | 'rows'> {
  const { departments, cells } = matrix;
  return {
    columns: [
      { head: 'From \u2193  to \u2192', share: 2.2 },
      ...departments.map(({ id }) => ({ head: nameOf(matrix, id), share: 2 })),
    ],
    rows:
      cells.length === 0
        ? []
        : departments.map((from) => [
            cell(nameOf(matrix, from.id), { strong: true }),
            ...departments.map((to) => {
              const found = cells.find((one) => one.from === from.id && one.to === to.id);
              return found === undefined ? cell('\u2013', { color: palette.faint }) : figures(found);
            }),
          ]),
  };
}

function pairs(matrix: HandoffMatrix): Pick<TablePages, 'columns' | 'rows'> {
  return {
    columns: [
      { head: 'From', share: 3 },
      { head: 'To', share: 3 },
      { head: 'Hand-offs', share: 3 },
    ],
    rows: matrix.cells.map((one) => [cell(nameOf(matrix, one.from)), cell(nameOf(matrix, one.to)), figures(one)]),
  };
}

function figures({ handoffs, broken, wait }: HandoffMatrix['cells'][number]): TableCell {
  const waits = wait === null ? '' : `\n${hours(wait)}`;
  return cell(`${handoffs.length}${broken > 0 ? `, ${broken} broken` : ''}${waits}`, broken > 0 ? bad : {});
}

/** What will be done, by whom and until when. */
export function initiativeTable(map: MapSnapshot, gaps: readonly NumberedGap[]): TablePages {
  const numbers = new Map(gaps.map(({ id, number }) => [id, number]));
  return {
    title: `Initiatives \u00b7 ${map.initiatives.list.length}`,
    anchor: 'initiatives',
    columns: [
      { head: 'Initiative', share: 5 },
      { head: 'Answers gaps', share: 2 },
      { head: 'Owner', share: 2.5 },
      { head: 'Due', share: 2 },
      { head: 'Status', share: 1.6 },
      { head: 'Impact', share: 1.2 },
      { head: 'Effort', share: 1.2 },
      { head: 'Expected value', share: 2 },
    ],
    rows: map.initiatives.list.map((initiative) => {
      const { title, owner, due, status, impact, effort, expectedValue } = initiative;
      const name = map.people.get(owner ?? '')?.name ?? '';
      const answered = initiative.gaps.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
      return [
        cell(title, { strong: true }),
        cell(answered.join(', ')),
        name === '' ? cell('nobody', bad) : cell(name),
        cell(due ?? ''),
        cell(status),
        cell(outOfFive(impact)),
        cell(outOfFive(effort)),
        cell(expectedValue === null ? '' : `${map.meta.currency} ${valueText(expectedValue, '')}`),
      ];
    }),
  };
}

const outOfFive = (value: number | null): string => (value === null ? '' : `${value} of 5`);

/** Whose journey it is. */
export function personaTable(map: MapSnapshot): TablePages {
  return {
    title: counted(map.personas.list.length, 'persona'),
    anchor: 'personas',
    columns: [
      { head: 'Persona', share: 3 },
      { head: 'Goals', share: 7 },
      { head: 'Share of customers', share: 2 },
      { head: 'Profitability', share: 2 },
      { head: 'Cost to serve', share: 2 },
    ],
    rows: map.personas.list.map(({ name, goals, share, profitability, costToServe }) => [
      cell(name, { strong: true }),
      cell(goals),
      cell(share === null ? '' : valueText(share, '%')),
      cell(profitability ?? ''),
      cell(costToServe === null ? '' : `${map.meta.currency} ${valueText(costToServe, '')}`),
    ]),
  };
}
