import { expect, it } from 'vitest';
import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { run } from '../../../shared/commands/command.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { change, found, gapsOf } from './finding.ts';

const journey = () => {
  const doc = drawMap(`
            | buy: compares | orders
    sales   | chat          | sign
    pains # | too slow      | nice idea`);
  return change(doc, 'note', 'nice-idea', { kind: 'idea' });
};

it('[pain-unanswered] finds pains once the team plans, until an initiative names them', () => {
  const doc = journey();
  must(doc, addInitiative, { id: idOf('other'), fields: { title: 'Other' } });
  expect(found(doc, 'pain-unanswered')).toEqual(['too-slow']);
  const finding = gapsOf(doc).find(({ rule }) => rule === 'pain-unanswered');
  if (finding?.fix?.kind !== 'command') return expect.unreachable();
  expect(
    run(
      doc,
      finding.fix.command,
      finding.fix.input(() => 'new', finding.id),
      'test',
    ),
  ).toEqual({ status: 'done' });
  expect(found(doc, 'pain-unanswered')).toEqual([]);
  // A dropped initiative answers nothing.
  expect(found(change(doc, 'initiative', 'new', { status: 'dropped' }), 'pain-unanswered')).toEqual(['too-slow']);
});

it('[pain-unanswered] waits while pains are collected', () => {
  expect(found(journey(), 'pain-unanswered')).toEqual([]);
});
