import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { addStep } from '../../../shared/commands/addStep.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { alignSteps, compareMaps } from '../../../shared/insights/compareMaps.ts';
import { EVERYONE } from '../../../shared/model/emotion.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { must } from '../../support/mapBuilder.ts';
import { TODAY } from '../gaps/finding.ts';
import { countingIds } from '../import/importing.ts';

const sampleDoc = () => sampleMap('broadband', { newId: countingIds(), today: TODAY });

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const judged = (doc: Y.Doc) => ({ map: readMap(doc), findings: findGaps(readMap(doc), TODAY) });

it('tells what a better map closes and opens, and which initiative leads there', () => {
  const current = sampleDoc();
  const unowned = judged(current).findings.find(({ rule }) => rule === 'handoff-unowned')!;
  must(current, addInitiative, { id: idOf('bridge'), fields: { title: 'Bridge it', gaps: [unowned.id] } });
  const future = copyOf(current);
  const [tom] = readMap(future).people.list;
  must(future, changeItems, changeOf('handoff', unowned.items[0]!.id, { owner: tom!.id }));
  const truth = outlineOf(readMap(future)).steps.find(({ title }) => title === 'Sees an offer')!;
  must(future, rateEmotion, { step: truth.id, persona: EVERYONE, value: -1 });
  const { closed, opened, kept, initiatives } = compareMaps(judged(current), judged(future));
  expect(closed.map(({ id }) => id)).toContain(unowned.id);
  expect(opened.map(({ rule }) => rule)).toContain('bad-ending');
  expect(kept.length).toBeGreaterThan(5);
  expect(initiatives[0]).toMatchObject({ initiative: { title: 'Bridge it' }, closes: [{ id: unowned.id }] });
});

it('a step of the future stands behind the one it follows; one that was dropped keeps its place', () => {
  const [current, future] = [sampleDoc(), copyOf(sampleDoc())];
  const steps = outlineOf(readMap(future)).steps;
  must(future, removeItems, { items: [{ kind: 'step', id: steps[3]!.id }] });
  const stage = steps[4]!.stage!;
  must(future, addStep, {
    id: idOf('new'),
    fields: { title: 'Sees the engineer on the map', stage },
    before: steps[4]!.id,
  });
  const rows = alignSteps(readMap(current), readMap(future)).map(({ title, current: now, future: then }) =>
    [title, now ? 'now' : '', then ? 'then' : ''].join('|'),
  );
  expect(rows.slice(2, 6)).toEqual([
    'Orders online|now|then',
    'Sees the engineer on the map||then',
    'Waits for the engineer|now|',
    'Gets connected|now|then',
  ]);
});

it('a map that was drawn anew is told by its titles', () => {
  const current = readMap(sampleDoc());
  let made = 100;
  const future = readMap(sampleMap('broadband', { newId: () => `other${made++}`, today: TODAY }));
  const rows = alignSteps(current, future);
  expect(rows).toHaveLength(current.steps.list.length);
  expect(rows.every(({ current: now, future: then }) => now?.title === then?.title)).toBe(true);
});

it('every step of both maps stands on the axis once, in its own order', () => {
  fc.assert(
    fc.property(arbitraryMap, arbitraryMap, (one, other) => {
      const [current, future] = [readMap(one), readMap(other)];
      const rows = alignSteps(current, future);
      const ids = (pick: 'current' | 'future') => rows.flatMap((row) => row[pick]?.id ?? []);
      expect(ids('current')).toEqual(outlineOf(current).steps.map(({ id }) => id));
      expect(ids('future').toSorted()).toEqual(
        outlineOf(future)
          .steps.map(({ id }) => id)
          .toSorted(),
      );
    }),
    { numRuns: 60 },
  );
});

it('a map compared with itself changes nothing', () => {
  const same = judged(sampleDoc());
  expect(compareMaps(same, same)).toMatchObject({ closed: [], opened: [] });
});
