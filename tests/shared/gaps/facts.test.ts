import { expect, it } from 'vitest';
import type * as Y from 'yjs';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { recordValue } from '../../../shared/commands/recordValue.ts';
import { type AnsweredFinding, gapsWithAnswers } from '../../../shared/gaps/answers.ts';
import { factsOf } from '../../../shared/gaps/facts.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { EVERYONE } from '../../../shared/model/emotion.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { must } from '../../support/mapBuilder.ts';
import { countingIds } from '../import/importing.ts';
import { TODAY } from './finding.ts';

const sample = () => sampleMap('broadband', { newId: countingIds(), today: TODAY });

/** The first finding of a rule, or one by its id. */
function answered(doc: Y.Doc, which: string): AnsweredFinding {
  const map = readMap(doc);
  const found = gapsWithAnswers(map, findGaps(map, TODAY)).find(({ rule, id }) => rule === which || id === which);
  return found ?? expect.unreachable(`no ${which}`);
}

function dismiss(doc: Y.Doc, rule: string): AnsweredFinding {
  const finding = answered(doc, rule);
  const answer = { status: 'dismissed', reason: 'We know', facts: factsOf(finding) } as const;
  must(doc, answerGap, { finding: finding.id, answer });
  expect(answered(doc, finding.id)).toMatchObject({
    number: null,
    answer: { status: 'dismissed' },
    dismissedOnce: null,
  });
  return finding;
}

it('[off-target] a dismissed miss comes back with another value, and says why it was dismissed', () => {
  const doc = sample();
  const { id, items } = dismiss(doc, 'off-target');
  must(doc, recordValue, { metric: idOf(items[0]!.id), date: TODAY, value: 3 });
  const back = answered(doc, id);
  expect(back).toMatchObject({ answer: { status: 'open' }, dismissedOnce: 'We know' });
  expect(back.number).toBeGreaterThan(0);
});

it('[bad-moment-of-truth] it comes back when it feels otherwise, and stays away when only words change', () => {
  const doc = sample();
  const { items } = dismiss(doc, 'bad-moment-of-truth');
  const step = idOf<'step'>(items[0]!.id);
  must(doc, changeItems, changeOf('step', step, { title: 'Waits at home', quote: 'Still nobody' }));
  for (const { id } of readMap(doc).lanes.list) must(doc, changeItems, changeOf('lane', id, { title: `Lane ${id}` }));
  expect(answered(doc, 'bad-moment-of-truth').answer.status).toBe('dismissed');
  must(doc, rateEmotion, { step, persona: EVERYONE, value: -1 });
  expect(answered(doc, 'bad-moment-of-truth')).toMatchObject({ answer: { status: 'open' }, dismissedOnce: 'We know' });
});

it('what was dismissed before facts were kept stays dismissed', () => {
  const doc = sample();
  const { id, items } = answered(doc, 'off-target');
  must(doc, answerGap, { finding: id, answer: { status: 'dismissed', reason: 'Long ago' } });
  must(doc, recordValue, { metric: idOf(items[0]!.id), date: TODAY, value: 3 });
  expect(answered(doc, id).answer.status).toBe('dismissed');
});

it('facts hang on no name: everything renamed, every finding says the same', () => {
  const doc = sample();
  const facts = () => new Map(findGaps(readMap(doc), TODAY).map((finding) => [finding.id, factsOf(finding)]));
  const before = facts();
  const map = readMap(doc);
  for (const { id } of outlineOf(map).steps) must(doc, changeItems, changeOf('step', id, { title: `S ${id}` }));
  for (const { id } of map.touchpoints.list) must(doc, changeItems, changeOf('touchpoint', id, { title: `T ${id}` }));
  for (const { id } of map.people.list) must(doc, changeItems, changeOf('person', id, { name: `P ${id}` }));
  expect(facts()).toEqual(before);
});
