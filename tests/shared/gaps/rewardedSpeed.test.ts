import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, measure, messages } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

const speed = { title: 'Handling time', kind: 'operational', rewarded: true } as const;

it('[rewarded-speed] finds an operational metric that is part of a reward', () => {
  expect(messages(measure(journey(), 'touchpoint', 'chat', speed), 'rewarded-speed')).toEqual([
    '“Handling time” at “chat” is part of a reward, and in the stage “buy” there is no customer metric at all.',
  ]);
  const watched = measure(measure(journey(), 'stage', 'buy', speed), 'step', 'order', {
    title: 'CSAT',
    kind: 'customer',
  });
  expect(messages(watched, 'rewarded-speed')).toEqual([
    '“Handling time” at the stage “buy” is part of a reward, and in the stage “buy” no customer metric is.',
  ]);
});

it('[rewarded-speed] is silent where the customer’s view is rewarded beside it, and about other kinds', () => {
  const both = measure(measure(journey(), 'stage', 'buy', speed), 'step', 'order', {
    title: 'CSAT',
    kind: 'customer',
    rewarded: true,
  });
  expect(found(both, 'rewarded-speed')).toEqual([]);
  expect(found(measure(journey(), 'stage', 'buy', { ...speed, kind: 'customer' }), 'rewarded-speed')).toEqual([]);
  expect(found(measure(journey(), 'stage', 'buy', { ...speed, rewarded: false }), 'rewarded-speed')).toEqual([]);
});
