import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addItems } from '../../../shared/commands/addItems.ts';
import { run } from '../../../shared/commands/command.ts';
import { additionOf } from '../../../shared/import/intoMap.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { randomFrom } from '../../support/random.ts';
import { runRandom } from '../../support/randomCommands.ts';
import { cardsIn, countingIds, handoffsIn } from './importing.ts';

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
function acted(seed: number, steps = 120): Y.Doc {
  const random = randomFrom(seed);
  const doc = newMapDoc('Acted', 1);
  const newId = countingIds();
  for (let i = 0; i < steps; i++) runRandom(doc, random, newId, 'test');
  return doc;
}
const freshIds = () => {
  let count = 0;
  return () => `new-${count++}`;
};

describe('additionOf', () => {
  it('puts stages after those there, and meets departments by name', () => {
    const doc = drawMap('| buy: compare\nsales | chat');
    const other = readMap(
      drawMap('| use: install | leave: quit\nSALES | call |\nfield - | visit | fetch', 'call > visit'),
    );
    const { items, met } = additionOf(readMap(doc), other, freshIds());
    expect(met).toBe(1);
    expect(run(doc, addItems, { items }, 'me')).toEqual({ status: 'done' });
    const map = readMap(doc);
    expect(map.stages.list.map(({ title }) => title)).toEqual(['buy', 'use', 'leave']);
    expect(map.lanes.list.map(({ title }) => title)).toEqual(['sales', 'field']);
    expect(cardsIn(map).sort()).toEqual([
      'compare / sales: chat',
      'install / field: visit',
      'install / sales: call',
      'quit / field: fetch',
    ]);
    expect(handoffsIn(map)).toEqual(['call -> visit (?)']);
  });

  it('is taken by the map whatever is imported, and one undo takes all of it away', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.oneof(
          arbitraryMap,
          seeds.map((seed) => acted(seed)),
        ),
        (seed, imported) => {
          const doc = acted(seed, 60);
          const before = presentMap('', readMap(doc));
          const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['me']) });
          const { items } = additionOf(readMap(doc), readMap(imported), freshIds());
          if (items.length === 0) return;
          expect(run(doc, addItems, { items }, 'me')).toEqual({ status: 'done' });
          const after = readMap(doc);
          expect(after.touchpoints.list).toHaveLength(
            before.touchpoints.length + readMap(imported).touchpoints.list.length,
          );
          undo.undo();
          expect(presentMap('', readMap(doc))).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });
});
