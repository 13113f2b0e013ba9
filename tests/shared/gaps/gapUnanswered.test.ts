import { expect, it } from 'vitest';
import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { found, gapsOf, messages, own } from './finding.ts';

const journey = () =>
  own(
    drawMap(
      `
            | buy: orders | use: waits | pays
    sales   | sign        |            |
    field   |             | visit      |
    billing |             |            | bill`,
      'sign > visit > bill',
    ),
    'Mia',
  );

const high = (doc: ReturnType<typeof journey>) => gapsOf(doc).filter(({ severity }) => severity === 'high');

it('[gap-unanswered] counts the high gaps that nobody took up, once somebody took up one', () => {
  const doc = journey();
  must(doc, answerGap, { finding: high(doc)[0]!.id, answer: { status: 'assigned', to: idOf('Mia'), due: null } });
  expect(messages(doc, 'gap-unanswered')).toEqual([
    '1 high gap has nobody assigned and no initiative: Nobody owns this hand-off.',
  ]);
  must(doc, addInitiative, { id: idOf('plan'), fields: { title: 'Plan', gaps: [high(doc)[1]!.id] } });
  expect(found(doc, 'gap-unanswered')).toEqual([]);
});

it('[gap-unanswered] waits until the team answers gaps at all, and leaves dismissed ones alone', () => {
  const doc = journey();
  expect(found(doc, 'gap-unanswered')).toEqual([]);
  const [first, second] = high(doc);
  must(doc, answerGap, { finding: first!.id, answer: { status: 'assigned', to: idOf('Mia'), due: null } });
  must(doc, answerGap, { finding: second!.id, answer: { status: 'dismissed', reason: 'Known' } });
  expect(found(doc, 'gap-unanswered')).toEqual([]);
});
