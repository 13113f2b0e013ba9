import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreNumbers } from '../../../shared/insights/coreNumbers.ts';
import { metricBoard } from '../../../shared/insights/metricBoard.ts';
import { metricState, sparkline } from '../../../shared/insights/metricState.ts';
import { quadrant } from '../../../shared/insights/quadrant.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { Metric } from '../../../shared/model/records.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { measure, TODAY } from '../gaps/finding.ts';
import { countingIds } from '../import/importing.ts';

const sample = () => readMap(sampleMap('broadband', { newId: countingIds(), today: TODAY }));
const day = (index: number) => `2026-${String(index + 1).padStart(2, '0')}-01`;
const metric = (values: readonly number[], rest: Partial<Metric> = {}): Metric => ({
  ...sample().metrics.list[0]!,
  target: null,
  better: 'higher',
  values: values.map((value, index) => ({ date: day(index), value })),
  ...rest,
});

describe('what one metric says', () => {
  it('where it stands and where it goes', () => {
    expect(metricState(metric([1, 2, 3, 4], { target: 4 }))).toMatchObject({
      onTarget: true,
      trend: 'up',
      improving: true,
    });
    expect(metricState(metric([1, 2, 3, 4], { target: 2, better: 'lower' }))).toMatchObject({
      onTarget: false,
      trend: 'up',
      improving: false,
    });
    expect(metricState(metric([5, 5]))).toMatchObject({ trend: 'flat', improving: null, onTarget: null });
    expect(metricState(metric([5]))).toMatchObject({ trend: null, improving: null });
    expect(metricState(metric([]))).toEqual({ latest: null, onTarget: null, trend: null, improving: null });
  });

  it('a sparkline stays in its box, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { maxLength: 11 }),
        fc.boolean(),
        (values, aimed) => {
          const { points, targetY } = sparkline(metric(values, { target: aimed ? 5 : null }), 60, 20);
          expect(points).toHaveLength(values.length);
          for (const y of [...points.map((point) => point.y), ...(targetY === null ? [] : [targetY])]) {
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(20);
          }
          for (const { x } of points) expect(x >= 0 && x <= 60).toBe(true);
        },
      ),
    );
  });
});

it('every metric of the map stands once on the board, under its stage and kind', () => {
  const map = sample();
  const board = metricBoard(map);
  expect(board.map(({ stage }) => stage.title)).toEqual(['Marketing', 'Sales', 'Onboarding', 'Service', 'Leaving']);
  const shown = board.flatMap(({ cells }) => cells.flat().map((entry) => entry.metric.id));
  expect(shown.toSorted()).toEqual(map.metrics.list.map(({ id }) => id).toSorted());
  const onboarding = board[2]!.cells.map((cell) => cell.map((entry) => `${entry.metric.title} @ ${entry.place}`));
  expect(onboarding).toEqual([
    ['Average handling time @ Status line', 'On time @ Engineer visit'],
    ['CSAT @ Welcome call'],
    [],
    [],
  ]);
});

it('the core numbers stand on top even where nobody measures them; those of the customers only where they are', () => {
  const numbers = coreNumbers(sample()).map(({ label, metrics }) => [label, metrics[0]?.title ?? null]);
  expect(numbers).toEqual([
    ['Attrition', 'Attrition'],
    ['Acquisition', 'Acquisition: new customers'],
    ['Profitability', null],
    ['Growth index', null],
    ['NPS', 'NPS'],
    ['CSAT', 'CSAT'],
    ['First-contact resolution', 'First-contact resolution'],
  ]);
});

it('a number of the whole stage comes before one of a touchpoint', () => {
  const doc = drawMap('| buy: ask\nsales | chat');
  const values = [{ date: '2026-10-01', value: 4 }];
  measure(doc, 'touchpoint', 'chat', { title: 'CSAT chat', values });
  measure(doc, 'stage', 'buy', { title: 'CSAT overall', values });
  const csat = coreNumbers(readMap(doc)).find(({ label }) => label === 'CSAT');
  expect(csat?.metrics.map(({ title }) => title)).toEqual(['CSAT overall', 'CSAT chat']);
});

describe('the quadrant', () => {
  const value = (is: number) => [{ date: '2026-10-01', value: is }];
  function drawn() {
    const doc = drawMap(`
           | buy: ask | use: wait
    sales  | chat     |
    field  |          | visit
    bills  |          | bill`);
    const better = 'higher' as const;
    measure(doc, 'touchpoint', 'chat', { title: 'Speed', kind: 'operational', target: 5, better, values: value(6) });
    measure(doc, 'touchpoint', 'chat', { title: 'CSAT', kind: 'customer', target: 5, better, values: value(4) });
    measure(doc, 'touchpoint', 'visit', {
      title: 'On time',
      kind: 'operational',
      target: 90,
      better,
      values: value(71),
    });
    measure(doc, 'stage', 'use', { title: 'NPS', kind: 'customer', target: 20, better, values: value(30) });
    return readMap(doc);
  }

  it('a department stands where its own numbers put it, else where those of its stage do', () => {
    const told = quadrant(drawn()).map(({ lane, efficiency, effectiveness, standing }) => [
      lane.title,
      efficiency,
      effectiveness,
      standing,
    ]);
    expect(told).toEqual([
      ['sales', 1, 0, 'efficient'],
      ['field', 0, 1, 'effective'],
      ['bills', null, 1, null],
    ]);
  });

  it('without numbers nobody is judged', () => {
    for (const { standing } of quadrant(readMap(drawMap('| buy: ask\nsales | chat')))) expect(standing).toBeNull();
  });
});
