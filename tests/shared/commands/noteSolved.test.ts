import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { noteSolved, SOLVED_LIMIT } from '../../../shared/commands/noteSolved.ts';
import { recordValues } from '../../../shared/commands/recordValues.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { writeNew } from '../../../shared/model/writeRecord.ts';
import { must } from '../../support/mapBuilder.ts';

const solved = (finding: string, by: string, second = 0) => ({
  finding: idOf<'finding'>(finding),
  solution: { title: 'Nobody owns it', message: `About ${finding}`, by, at: new Date(second * 1000).toISOString() },
});

/** Two people who were apart meet again. */
function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

it('two people who solve different gaps at once both stand in the log', () => {
  const [one, other] = [newMapDoc('Map', 1), new Y.Doc()];
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  must(one, noteSolved, { solved: [solved('rule:a', 'Mika')] });
  must(other, noteSolved, { solved: [solved('rule:b', 'Aisha')] });
  meet(one, other);
  expect(readMap(one).gapStates.list.map(({ id, solved: entry }) => [id, entry?.by])).toEqual([
    ['rule:a', 'Mika'],
    ['rule:b', 'Aisha'],
  ]);
  expect(readMap(other)).toEqual(readMap(one));
});

it('the log forgets the oldest, and never what people answered', () => {
  const doc = newMapDoc('Map', 1);
  must(doc, answerGap, { finding: idOf('rule:0'), answer: { status: 'dismissed', reason: 'Not here' } });
  for (let i = 0; i < SOLVED_LIMIT + 5; i++) must(doc, noteSolved, { solved: [solved(`rule:${i}`, 'Mika', i)] });
  const { gapStates } = readMap(doc);
  const kept = gapStates.list.filter((state) => state.solved !== null);
  expect(kept).toHaveLength(SOLVED_LIMIT);
  expect(kept.map(({ id }) => id as string)).not.toContain('rule:4');
  expect(gapStates.get('rule:0')).toMatchObject({ answer: { status: 'dismissed' }, solved: null });
});

it('many values are recorded as one step; those of other days stay', () => {
  const doc = newMapDoc('Map', 1);
  const metric = idOf<'metric'>('m');
  doc.transact(() => writeNew(doc, 'metrics', metric, { title: 'CSAT', values: [{ date: '2026-01-31', value: 4 }] }));
  must(doc, recordValues, {
    values: [
      { metric, date: '2026-03-31', value: 5 },
      { metric, date: '2026-02-28', value: 4.5 },
    ],
  });
  expect(
    readMap(doc)
      .metrics.get('m')
      ?.values.map(({ value }) => value),
  ).toEqual([4, 4.5, 5]);
  expect(recordValues.refuse(readMap(doc), { values: [{ metric, date: '2026-02-31', value: 1 }] })).toContain(
    'not a day',
  );
});
