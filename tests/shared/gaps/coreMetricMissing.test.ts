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

const value = [{ date: '2026-01-01', value: 3 }];
const measured = (...titles: string[]) => {
  const doc = journey();
  for (const title of titles) measure(doc, 'stage', 'buy', { title, values: value });
  return doc;
};

it('[core-metric-missing] names the core numbers that nobody measures', () => {
  expect(messages(measured('CSAT', 'Churn', 'New customers'), 'core-metric-missing')).toEqual([
    'Profitability and growth index are not measured anywhere.',
  ]);
});

it('[core-metric-missing] is silent when all four are there, and waits for a team that keeps numbers', () => {
  expect(found(measured('Attrition', 'Acquisition', 'Profit margin', 'Growth index'), 'core-metric-missing')).toEqual(
    [],
  );
  expect(found(measured('CSAT', 'Churn'), 'core-metric-missing')).toEqual([]);
});
