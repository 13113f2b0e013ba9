import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, gapsOf, messages } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

it('[repeated-information] finds a hand-off with which nothing travels', () => {
  const doc = change(journey(), 'handoff', 'confirm:visit', { information: 'none' });
  expect(found(doc, 'repeated-information')).toEqual(['confirm:visit']);
  expect(messages(doc, 'repeated-information')).toEqual(['“confirm” hands over to “visit” with no information.']);
});

it('[repeated-information] finds one after which the customer must repeat, inside a department too', () => {
  const doc = change(journey(), 'handoff', 'chat:confirm', { customerRepeats: true, information: 'some' });
  expect(found(doc, 'repeated-information')).toEqual(['chat:confirm']);
  expect(messages(doc, 'repeated-information')).toEqual([
    'After “chat”, the customer has to say it again at “confirm”.',
  ]);
});

it('[repeated-information] says when the two departments share no system', () => {
  const doc = change(journey(), 'handoff', 'confirm:visit', { information: 'none', customerRepeats: true });
  change(doc, 'touchpoint', 'confirm', { systems: ['CRM'] });
  change(doc, 'touchpoint', 'visit', { systems: ['Dispatch'] });
  expect(messages(doc, 'repeated-information')).toEqual([
    '“confirm” hands over to “visit” with no information, so the customer has to say it again. sales and field share no system.',
  ]);
});

it('[repeated-information] leads to where somebody says what travels', () => {
  const doc = change(journey(), 'handoff', 'confirm:visit', { information: 'none' });
  expect(gapsOf(doc).find(({ rule }) => rule === 'repeated-information')?.fix).toEqual({
    kind: 'go',
    label: 'Set what travels',
    item: { kind: 'handoff', id: 'confirm:visit' },
    field: 'information',
  });
});

it('[repeated-information] is silent while nobody said what travels, or some of it does', () => {
  expect(found(change(journey(), 'handoff', 'chat:confirm', { information: 'some' }), 'repeated-information')).toEqual(
    [],
  );
});
