import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { run } from '../../shared/commands/command.ts';
import { measureInter } from '../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../shared/layout/layoutMap.ts';
import { liveMap } from '../../shared/model/liveMap.ts';
import { bigMap } from '../support/bigMap.ts';

/**
 * How long it takes to lay out 1,000 touchpoints and 500 hand-offs after one of them changed, and to read the change.
 * Run with: npx vite build --ssr tests/bench/layout.ts --outDir <folder>, then node <folder>/layout.js
 */
const doc = bigMap();
const map = liveMap(doc);
const started = performance.now();
let layout = layoutMap(map.snapshot(), measureInter);
console.log(`first layout: ${(performance.now() - started).toFixed(2)} ms`);

const times = { snapshot: [] as number[], layout: [] as number[] };
for (let round = 0; round < 300; round++) {
  const title = `Title ${round} of a card that is being typed`;
  run(doc, changeItems, changeOf('touchpoint', `t${(round * 37) % 1000}`, { title }), 'bench');
  const before = performance.now();
  const snapshot = map.snapshot();
  const between = performance.now();
  layout = layoutMap(snapshot, measureInter, layout);
  const after = performance.now();
  times.snapshot.push(between - before);
  times.layout.push(after - between);
}
for (const [name, all] of Object.entries(times)) {
  const warm = all.slice(100).sort((a, b) => a - b);
  const at = (part: number) => (warm[Math.floor(warm.length * part)] ?? 0).toFixed(2);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.999)} ms`);
}
