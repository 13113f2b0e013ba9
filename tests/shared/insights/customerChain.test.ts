import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customerChain } from '../../../shared/insights/customerChain.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { bigMap } from '../../support/bigMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';

const chainOf = (drawing: string, ...chains: string[]) => customerChain(readMap(drawMap(drawing, ...chains)));
const told = ({ departments, handedOver, alone }: ReturnType<typeof chainOf>) => ({
  way: departments.map(({ title }) => title).join(' > '),
  handedOver,
  alone,
});

it('follows one customer from hand to hand', () => {
  const chain = chainOf(
    `
           | buy: ask | order   | use: wait | pay
    sales  | chat     | confirm | status    |
    field  |          | book    |           | visit`,
    'chat > confirm > book > status > visit',
  );
  expect(told(chain)).toEqual({ way: 'sales > field > sales > field', handedOver: 3, alone: 0 });
  expect(chain.stops.map(({ placed }) => placed.touchpoint.id)).toEqual(['chat', 'confirm', 'book', 'status', 'visit']);
});

it('where nothing leads on, the customer goes on alone to the next step', () => {
  const chain = chainOf(
    `
           | buy: ask | order   | leave: go
    sales  | chat     | confirm |
    save   |          |         | offer`,
    'chat > confirm',
  );
  expect(told(chain)).toEqual({ way: 'sales > save', handedOver: 1, alone: 1 });
  expect(chain.stops.at(-1)?.via).toBeNull();
});

it('goes through a circle once, and takes the longer of two ways', () => {
  const chain = chainOf(
    `
           | buy: ask | order   | use: wait
    sales  | chat     | confirm |
    field  | short    | book    | visit`,
    'chat > confirm > book > confirm',
    'chat > short',
    'book > visit',
  );
  expect(told(chain)).toEqual({ way: 'sales > field', handedOver: 1, alone: 0 });
  expect(chain.stops.map(({ placed }) => placed.touchpoint.id)).toEqual(['chat', 'confirm', 'book', 'visit']);
});

it('an empty map has no chain', () => {
  expect(chainOf('| buy: ask')).toMatchObject({ stops: [], departments: [], handedOver: 0 });
});

it('on any map it ends, and nobody is met twice', () => {
  fc.assert(
    fc.property(arbitraryMap, (doc) => {
      const { stops, departments, handedOver, alone } = customerChain(readMap(doc));
      const met = stops.map(({ placed }) => placed.touchpoint.id);
      expect(new Set(met).size).toBe(met.length);
      expect(departments.length).toBe(stops.length === 0 ? 0 : handedOver + 1);
      expect(alone).toBeLessThanOrEqual(handedOver);
      for (const { placed, via } of stops) if (via) expect(via.to).toBe(placed);
    }),
    { numRuns: 100 },
  );
});

it('a map of thousands of touchpoints needs no recursion', () => {
  const doc = bigMap({ stages: 20, stepsPerStage: 20, lanes: 10, touchpoints: 8000, handoffs: 8000 });
  expect(customerChain(readMap(doc)).stops.length).toBeGreaterThan(100);
});
