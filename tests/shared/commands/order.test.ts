import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ordered, placeBefore } from '../../../shared/commands/order.ts';
import { byOrder } from '../../../shared/model/snapshot.ts';

/** The list as it is after the writes. */
function idsAfter(siblings: readonly Ordered[], writes: readonly Ordered[]): string[] {
  const orders = new Map([...siblings, ...writes].map(({ id, order }) => [id, order]));
  return [...orders]
    .map(([id, order]) => ({ id, order }))
    .sort(byOrder)
    .map(({ id }) => id);
}

/** Keys as they arise: a few places, many ties, because people insert at the same place at once. */
const keys = fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'Zz', 'b00', 'b01', `A${'0'.repeat(26)}1`, `z${'z'.repeat(26)}`);
const lists = fc
  .array(keys, { maxLength: 8 })
  .map((orders) => orders.map((order, index) => ({ id: `s${index}`, order })).sort(byOrder));

describe('putting items among their siblings', () => {
  it('puts them where they are dropped, ties or not, and moves no other past another', () => {
    fc.assert(
      fc.property(
        lists,
        fc.nat(9),
        fc.subarray(['s0', 's1', 's2', 'new1', 'new2'], { minLength: 1 }),
        (siblings, at, ids) => {
          const before = siblings[at]?.id ?? null;
          const result = idsAfter(siblings, placeBefore(siblings, ids, before));
          const rest = siblings.map(({ id }) => id).filter((id) => !ids.includes(id));
          expect(result.filter((id) => !ids.includes(id))).toEqual(rest);
          expect(result.filter((id) => ids.includes(id))).toEqual(ids);
          const next = siblings
            .slice(siblings.findIndex(({ id }) => id === before))
            .find(({ id }) => !ids.includes(id));
          const follower = result[result.indexOf(ids.at(-1)!) + 1];
          expect(follower).toBe(before === null ? undefined : next?.id);
          expect(result.indexOf(ids.at(-1)!) - result.indexOf(ids[0]!)).toBe(ids.length - 1);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('writes one key an item where there is room', () => {
    const siblings = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a1' },
    ];
    expect(placeBefore(siblings, ['new'], 'b')).toEqual([{ id: 'new', order: 'a0V' }]);
    expect(placeBefore(siblings, ['new'], null)).toEqual([{ id: 'new', order: 'a2' }]);
    expect(placeBefore([], ['new'], null)).toEqual([{ id: 'new', order: 'a0' }]);
  });

  it('makes room between two that tie', () => {
    const tied = [
      { id: 'a', order: 'a1' },
      { id: 'b', order: 'a1' },
      { id: 'c', order: 'a2' },
    ];
    const writes = placeBefore(tied, ['new'], 'b');
    expect(writes.map(({ id }) => id)).toEqual(['new', 'b']);
    expect(idsAfter(tied, writes)).toEqual(['a', 'new', 'b', 'c']);
  });

  it('goes to the end when what it should go before is gone', () => {
    expect(placeBefore([{ id: 'a', order: 'a0' }], ['new'], 'gone')).toEqual([{ id: 'new', order: 'a1' }]);
  });

  it('leaves an item where it is when it is dropped on itself', () => {
    const siblings = ['a', 'b', 'c'].map((id, index) => ({ id, order: `a${index}` }));
    expect(idsAfter(siblings, placeBefore(siblings, ['b'], 'b'))).toEqual(['a', 'b', 'c']);
  });

  it('finds room at one place again and again', () => {
    let siblings: Ordered[] = ['a', 'b'].map((id, index) => ({ id, order: `a${index}` }));
    for (let i = 0; i < 300; i++) {
      const [write] = placeBefore(siblings, [`n${i}`], 'b');
      siblings = [...siblings, write!].sort(byOrder);
    }
    expect(siblings.map(({ id }) => id)).toEqual(['a', ...Array.from({ length: 300 }, (_, i) => `n${i}`), 'b']);
    expect(Math.max(...siblings.map(({ order }) => order.length))).toBeLessThan(100);
  });
});
