import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { run } from '../../shared/commands/command.ts';
import { moveTouchpoints } from '../../shared/commands/moveTouchpoints.ts';
import { measureInter } from '../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../shared/layout/layoutMap.ts';
import { idOf } from '../../shared/model/ids.ts';
import { liveMap } from '../../shared/model/liveMap.ts';
import { bigMap } from '../support/bigMap.ts';

/**
 * How long it takes to lay out 1,000 touchpoints and 500 hand-offs after one of them changed, and to read the change.
 * Run with: node tests/bench/run.mjs layout
 */
const doc = bigMap();
const map = liveMap(doc);
const started = performance.now();
let layout = layoutMap(map.snapshot(), measureInter);
console.log(`first layout: ${(performance.now() - started).toFixed(2)} ms`);

/** Milliseconds of processor time, which other work on the machine does not change as much as it does the clock. */
const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const times: Record<string, number[]> = { snapshot: [], 'layout, typing': [], 'layout, moving': [] };
const processor: Record<string, number[]> = { 'layout, typing': [], 'layout, moving': [] };
for (let round = 0; round < 600; round++) {
  const id = `t${(round * 37) % 1000}`;
  const moving = round % 2 === 0;
  const place = { step: idOf<'step'>(`step${round % 60}`), lane: idOf<'lane'>(`lane${round % 8}`) };
  if (moving) run(doc, moveTouchpoints, { ids: [idOf(id)], place, before: null }, 'bench');
  else run(doc, changeItems, changeOf('touchpoint', id, { title: `Title ${round} being typed` }), 'bench');
  const before = performance.now();
  const snapshot = map.snapshot();
  const spent = processorTime();
  const between = performance.now();
  layout = layoutMap(snapshot, measureInter, layout);
  const after = performance.now();
  processor[moving ? 'layout, moving' : 'layout, typing']?.push(processorTime() - spent);
  times.snapshot?.push(between - before);
  times[moving ? 'layout, moving' : 'layout, typing']?.push(after - between);
}
for (const [name, all] of [
  ...Object.entries(times),
  ...Object.entries(processor).map(([name, all]) => [`${name} (processor)`, all] as const),
]) {
  const warm = all.slice(all.length / 3).sort((a, b) => a - b);
  const at = (part: number) => (warm[Math.floor(warm.length * part)] ?? 0).toFixed(2);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.999)} ms`);
}
