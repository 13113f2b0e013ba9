import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages } from './finding.ts';

const journey = () => {
  const doc = drawMap(
    `
          | buy: orders | use: waits
    sales | sign, check |
    field |             | visit`,
    'sign > check > visit',
  );
  change(doc, 'touchpoint', 'sign', { systems: ['Shop'] });
  change(doc, 'touchpoint', 'check', { systems: ['CRM', 'Excel'] });
  return change(doc, 'touchpoint', 'visit', { systems: ['Dispatch'] });
};

it('[system-break] finds two departments without a common system, not two touchpoints of one', () => {
  expect(messages(journey(), 'system-break')).toEqual([
    '“check” in sales uses CRM and Excel, “visit” in field uses Dispatch.',
  ]);
});

it('[system-break] is silent where one is shared, where a list is empty, and where all travels', () => {
  expect(found(change(journey(), 'touchpoint', 'visit', { systems: ['CRM'] }), 'system-break')).toEqual([]);
  expect(found(change(journey(), 'touchpoint', 'visit', { systems: [] }), 'system-break')).toEqual([]);
  expect(found(change(journey(), 'handoff', 'check:visit', { information: 'all' }), 'system-break')).toEqual([]);
});
