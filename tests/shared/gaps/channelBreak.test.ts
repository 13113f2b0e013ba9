import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages } from './finding.ts';

const journey = (information: 'all' | 'some' | 'none' | null = null) => {
  const doc = drawMap(
    `
          | buy: orders | use: waits
    sales | sign        |
    field |             | visit`,
    'sign > visit',
  );
  change(doc, 'touchpoint', 'sign', { channel: 'web', systems: ['Shop'] });
  change(doc, 'touchpoint', 'visit', { channel: 'phone', systems: ['Dispatch'] });
  return change(doc, 'handoff', 'sign:visit', { information });
};

it('[channel-break] finds a change of channel without a common system', () => {
  expect(messages(journey(), 'channel-break')).toEqual([
    'From “sign” to “visit” the channel changes from web to phone, and the two share no system.',
  ]);
  // One gap, not two: the customer notices this one.
  expect(found(journey('some'), 'system-break')).toEqual([]);
});

it('[channel-break] is silent where a system is shared, or unknown', () => {
  expect(found(change(journey(), 'touchpoint', 'visit', { systems: ['Dispatch', 'Shop'] }), 'channel-break')).toEqual(
    [],
  );
  expect(found(change(journey(), 'touchpoint', 'visit', { systems: [] }), 'channel-break')).toEqual([]);
});

it('[channel-break] is silent where the channel stays, or is internal', () => {
  expect(found(change(journey(), 'touchpoint', 'visit', { channel: 'Web ' }), 'channel-break')).toEqual([]);
  expect(found(change(journey(), 'touchpoint', 'visit', { channel: 'internal system' }), 'channel-break')).toEqual([]);
});

it('[channel-break] is silent where all travels, and leaves it to repeated-information where nothing does', () => {
  expect(found(journey('all'), 'channel-break')).toEqual([]);
  expect(found(journey('none'), 'channel-break')).toEqual([]);
});
