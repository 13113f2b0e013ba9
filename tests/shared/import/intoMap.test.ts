import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addInPieces } from '../../../shared/commands/addInPieces.ts';
import { addItems, type NewItem } from '../../../shared/commands/addItems.ts';
import { type Outcome, run } from '../../../shared/commands/command.ts';
import { ownUndo } from '../../../shared/commands/ownUndo.ts';
import { additionOf } from '../../../shared/import/intoMap.ts';
import { liveMap } from '../../../shared/model/liveMap.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { writeFields, writeMeta } from '../../../shared/model/writeRecord.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { bigMap } from '../../support/bigMap.ts';
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

/** Adds everything as a session does; stops after some pieces where that is asked. */
function addAll(doc: Y.Doc, items: readonly NewItem[], most = Number.POSITIVE_INFINITY): Outcome | 'stopped' {
  const pieces = addInPieces((command, input) => run(doc, command, input, 'me'), readMap(doc), items);
  for (let piece = 0; piece < most; piece++) {
    const step = pieces.next();
    if (step.done) return step.value;
  }
  pieces.return({ status: 'refused', reason: '' });
  return 'stopped';
}

describe('additionOf', () => {
  it('brings the description of the other map along, before that of its first step, and says so', () => {
    const doc = drawMap('| buy: compare\nsales | chat');
    const drawn = drawMap('| use: install | leave: quit\nsales | call |');
    writeMeta(drawn, { description: 'As of May' });
    const [first] = readMap(drawn).steps.list;
    writeFields(drawn, 'steps', first?.id ?? '', { description: 'By a fitter' });
    const { items, left } = additionOf(readMap(doc), readMap(drawn), freshIds());
    run(doc, addItems, { items }, 'me');
    expect(readMap(doc).steps.list.map(({ description }) => description)).toEqual(['', 'As of May\nBy a fitter', '']);
    expect(left).toEqual(['Its description is in the description of its first step.']);
  });

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
          expect(addAll(doc, items)).toEqual({ status: 'done' });
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

describe('a map with more items than one message holds', () => {
  const imported = () => readMap(bigMap({ stages: 12, stepsPerStage: 5, lanes: 8, touchpoints: 4000, handoffs: 500 }));
  it('is added piece by piece, each small enough to be sent, and goes away with one undo', () => {
    const doc = drawMap('| buy: compare\nsales | chat');
    const before = presentMap('', readMap(doc));
    const undo = ownUndo(doc, 'me');
    const sizes: number[] = [];
    doc.on('update', (update) => sizes.push(update.length));
    expect(addAll(doc, additionOf(readMap(doc), imported(), freshIds()).items)).toEqual({ status: 'done' });
    expect(readMap(doc).touchpoints.list).toHaveLength(4001);
    expect(Math.max(...sizes)).toBeLessThan(1024 * 1024);
    expect(sizes.length).toBeGreaterThan(10);
    undo.undo();
    expect(presentMap('', readMap(doc))).toEqual(before);
  });
  it('leaves nothing behind when somebody stops in between', () => {
    const doc = drawMap('| buy: compare\nsales | chat');
    const stored = () => [doc.getMap('stages'), doc.getMap('steps'), doc.getMap('touchpoints')].map(({ size }) => size);
    const [before, kept] = [presentMap('', readMap(doc)), stored()];
    const undo = ownUndo(doc, 'me');
    expect(addAll(doc, additionOf(readMap(doc), imported(), freshIds()).items, 5)).toBe('stopped');
    expect(presentMap('', liveMap(doc).snapshot())).toEqual(before);
    expect(presentMap('', readMap(doc))).toEqual(before);
    expect(stored()).toEqual(kept);
    expect(undo.canUndo()).toBe(false);
  });
});
