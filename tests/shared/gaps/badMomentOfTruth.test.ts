import { expect, it } from 'vitest';
import { run } from '../../../shared/commands/command.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, gapsOf, messages, rate, rateAs } from './finding.ts';

const journey = () =>
  drawMap(`
          | buy: compare | use: install
    sales | chat         |
    field |              | visit`);

it('[bad-moment-of-truth] finds a moment of truth below zero, and what the company believes', () => {
  const doc = change(rate(journey(), 1, -2), 'step', 'install', { momentOfTruth: true, belief: 1 });
  expect(messages(doc, 'bad-moment-of-truth')).toEqual([
    '“install” is a moment of truth and feels −2; the company believes +1.',
  ]);
});

it('[bad-moment-of-truth] finds one that is bad for one persona', () => {
  const doc = change(rateAs(rate(journey(), 1, 1), 'Families', null, -1), 'step', 'install', { momentOfTruth: true });
  expect(messages(doc, 'bad-moment-of-truth')).toEqual(['“install” is a moment of truth and feels −1 to “Families”.']);
});

it('[bad-moment-of-truth] is fixed by an initiative that answers it', () => {
  const doc = change(rate(journey(), 1, -2), 'step', 'install', { momentOfTruth: true });
  const finding = gapsOf(doc).find(({ rule }) => rule === 'bad-moment-of-truth');
  if (finding?.fix?.kind !== 'command') return expect.unreachable();
  const input = finding.fix.input(() => 'new', finding.id);
  expect(run(doc, finding.fix.command, input, 'test')).toEqual({ status: 'done' });
  expect(readMap(doc).initiatives.list).toMatchObject([{ title: 'Turn “install” around', gaps: [finding.id] }]);
});

it('[bad-moment-of-truth] is silent about other steps, about zero, and about what nobody rated', () => {
  const doc = change(rate(journey(), -2, 0), 'step', 'install', { momentOfTruth: true });
  expect(found(doc, 'bad-moment-of-truth')).toEqual([]);
  expect(found(change(journey(), 'step', 'install', { momentOfTruth: true }), 'bad-moment-of-truth')).toEqual([]);
});
