import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { run } from '../../shared/commands/command.ts';
import { findGaps } from '../../shared/gaps/findGaps.ts';
import { rules } from '../../shared/gaps/index.ts';
import { viewOf } from '../../shared/gaps/mapView.ts';
import { idOf } from '../../shared/model/ids.ts';
import { liveMap } from '../../shared/model/liveMap.ts';
import { readMap } from '../../shared/model/readMap.ts';
import type { Metric } from '../../shared/model/records.ts';
import { type MapSnapshot, tableOf } from '../../shared/model/snapshot.ts';
import { BIG, bigMap } from '../support/bigMap.ts';

/**
 * How long every rule takes on 100, 1,000 and 10,000 touchpoints, half as many hand-offs and as many metrics, and by
 * what factor it grows: from the smallest to the largest, 100 is linear and 200 is n log n. Then the whole engine while
 * somebody types. Ends with exit code 1 where a rule grows faster than n log n.
 * Run with: npm run bench:gaps
 */
const TODAY = '2026-11-22';
const SIZES = [100, 1000, 10_000];

/** A map in the middle of its life: some owners, systems, waits, evidence and metrics, and gaps in all of them. */
function busyMap(touchpoints: number): MapSnapshot {
  // Cells hold a few cards at every size, as they do where people draw.
  const stages = Math.max(4, Math.round(touchpoints / 80));
  const map = readMap(bigMap({ stages, stepsPerStage: 5, lanes: 8, touchpoints, handoffs: touchpoints / 2 }));
  const people = Array.from({ length: 50 }, (_, i) => ({
    id: idOf<'person'>(`p${i}`),
    name: `Person ${i}`,
    role: '',
    department: idOf<'lane'>(`lane${i % 8}`),
  }));
  const changed = <T extends { id: string }>(list: readonly T[], change: (item: T, index: number) => Partial<T>) =>
    tableOf(new Map(list.map((item, index) => [item.id, { ...item, ...change(item, index) }])));
  const metrics = map.touchpoints.list.map(
    ({ id, order }, index): Metric => ({
      id: idOf(`m-${id}`),
      on: { kind: 'touchpoint', id },
      order,
      title: `Metric ${index}`,
      kind: (['operational', 'customer', 'behavioural'] as const)[index % 3] ?? 'operational',
      unit: '%',
      better: 'higher',
      target: index % 4 === 0 ? null : 50,
      values: [{ date: '2026-01-01', value: index % 100 }],
      cadence: 'monthly',
      source: '',
      rewarded: index % 7 === 0,
    }),
  );
  return {
    ...map,
    people: tableOf(new Map(people.map((person) => [person.id, person]))),
    metrics: tableOf(new Map(metrics.map((metric) => [metric.id, metric]))),
    touchpoints: changed(map.touchpoints.list, (_, i) => ({
      owner: i % 5 === 0 ? null : idOf<'person'>(`p${i % 50}`),
      systems: [`System ${i % 6}`],
      channel: ['phone', 'web', 'email'][i % 3] ?? '',
      customersPerMonth: i,
      moneyEach: 10,
    })),
    handoffs: changed(map.handoffs.list, (_, i) => ({
      owner: i % 3 === 0 ? null : idOf<'person'>(`p${i % 50}`),
      information: (['all', 'some', 'none'] as const)[i % 3] ?? null,
      waitActual: i % 40,
      waitTarget: i % 4 === 0 ? null : 20,
    })),
  };
}

/** The fastest of several runs: the others were interrupted by something else on this machine. */
function fastest(work: () => void): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const maps = SIZES.map(busyMap);
const line = (name: string, cells: readonly string[]) =>
  console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(12)).join(''));
/** Below this, what is measured is the clock. */
const MEASURABLE_MS = 0.5;
const [SMALLEST = 1, LARGEST = 1] = [SIZES[0], SIZES.at(-1)];
const N_LOG_N = (LARGEST * Math.log(LARGEST)) / (SMALLEST * Math.log(SMALLEST));
const tooFast: string[] = [];

function report(name: string, times: readonly number[], isRule = false): void {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const growth = last / first;
  if (isRule && last > MEASURABLE_MS && growth > N_LOG_N) tooFast.push(name);
  line(name, [
    ...times.map((time) => `${time.toFixed(2)} ms`),
    ...times.slice(1).map((time, index) => `x${(time / (times[index] ?? time)).toFixed(1)}`),
    last > MEASURABLE_MS ? `x${growth.toFixed(0)}` : '-',
  ]);
}

line('', [...SIZES.map(String), ...SIZES.slice(1).map((size) => `to ${size}`), 'in all']);
report(
  'view',
  maps.map((map) => fastest(() => viewOf(map, TODAY))),
);
for (const rule of rules) {
  // Looked at anew each time: what rules share is built by the first that asks.
  const views = () => maps.map((map) => viewOf(map, TODAY));
  const samples = Array.from({ length: 12 }, () =>
    views().map((view) => {
      const start = performance.now();
      rule.find(view, []);
      return performance.now() - start;
    }),
  );
  report(
    rule.id,
    SIZES.map((_, size) => Math.min(...samples.map((times) => times[size] ?? Number.POSITIVE_INFINITY))),
    true,
  );
}
report(
  'all, ranked',
  maps.map((map) => fastest(() => findGaps(map, TODAY))),
);
line(
  'findings',
  maps.map((map) => String(findGaps(map, TODAY).length)),
);

const doc = bigMap();
const live = liveMap(doc);
const typing = Array.from({ length: 200 }, (_, round) => {
  run(doc, changeItems, changeOf('touchpoint', `t${round}`, { title: `Typed ${round}` }), 'bench');
  const snapshot = live.snapshot();
  const start = performance.now();
  findGaps(snapshot, TODAY);
  return performance.now() - start;
})
  .slice(50)
  .sort((a, b) => a - b);
const at = (part: number) => (typing[Math.floor(typing.length * part)] ?? 0).toFixed(2);
console.log(
  `\nwhile typing, ${BIG.touchpoints} touchpoints, ${BIG.handoffs} hand-offs: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
);
console.log(
  tooFast.length === 0
    ? `no rule grows faster than n log n (x${N_LOG_N.toFixed(0)})`
    : `faster than n log n (x${N_LOG_N.toFixed(0)}): ${tooFast.join(', ')}`,
);
if (tooFast.length > 0) process.exitCode = 1;
