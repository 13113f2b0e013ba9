import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeMaps, ORDERS } from '../../../client/home/arrangeMaps.ts';
import { daysLeft, roleWords } from '../../../client/home/mapWords.ts';
import { stampPath } from '../../../client/home/stampPath.ts';
import type { MapEntry } from '../../../shared/protocol/http.ts';

const entry = (id: string, changes: Partial<MapEntry> = {}): MapEntry => ({
  id,
  title: id,
  state: 'current',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  deletedAt: null,
  template: false,
  counts: { stages: 0, steps: 0, lanes: 0, touchpoints: 0, handoffs: 0 },
  role: 'owner',
  owner: null,
  ...changes,
});
const mika = { id: 'mika', name: 'Mika Kay', color: '#2668c9' };
const titles = (maps: readonly MapEntry[]) => maps.map(({ title }) => title);

describe('finding a map', () => {
  const maps = [
    entry('Business banking', { updatedAt: '2026-03-01T00:00:00Z' }),
    entry('Réclamations', { createdAt: '2026-02-01T00:00:00Z' }),
    entry('broadband 10', { role: 'editor', owner: mika, updatedAt: '2026-02-01T00:00:00Z' }),
    entry('Broadband 9', { owner: mika }),
    entry('without a name', { title: '' }),
  ];
  it.each([
    ['', 5],
    // It is found by what it is called where it is listed.
    ['untitled', 1],
    ['BANK', 1],
    ['reclam', 1],
    ['band broad', 2],
    // Whose it is finds the maps of others, not one's own.
    ['mika', 1],
    ['nothing like it', 0],
  ])('“%s” finds %i', (search, count) => {
    expect(arrangeMaps(maps, search, 'name')).toHaveLength(count);
  });

  it('is sorted by the last change, by the name as people count, or by age', () => {
    expect(titles(arrangeMaps(maps, '', 'changed')).slice(0, 2)).toEqual(['Business banking', 'broadband 10']);
    expect(titles(arrangeMaps(maps, '', 'name'))).toEqual([
      'Broadband 9',
      'broadband 10',
      'Business banking',
      'Réclamations',
      '',
    ]);
    expect(titles(arrangeMaps(maps, '', 'created'))[0]).toBe('Réclamations');
  });

  it('loses no map and does not depend on the order in which they came', () => {
    const some = fc.array(fc.record({ title: fc.string(), at: fc.integer({ min: 0, max: 3 }) }));
    fc.assert(
      fc.property(some, fc.constantFrom(...ORDERS), (drawn, { value }) => {
        const all = drawn.map(({ title, at }, index) =>
          entry(`id-${index}`, { title, updatedAt: `2026-01-0${at + 1}` }),
        );
        const arranged = arrangeMaps(all, '', value);
        expect(arranged).toHaveLength(all.length);
        expect(arrangeMaps([...all].reverse(), '', value)).toEqual(arranged);
      }),
    );
  });
});

it('says what one may do on a map of others, and whose it is', () => {
  expect(roleWords({ role: 'viewer', owner: mika })).toBe('You can look · Owned by Mika Kay');
  expect(roleWords({ role: 'editor', owner: null })).toBe('You can edit');
  expect(roleWords({ role: 'owner', owner: mika })).toBe('');
});

it.each([
  ['2026-11-14T11:00:00Z', '30 days left'],
  ['2026-10-16T12:00:00Z', 'Less than a day left'],
  ['2026-10-17T12:00:00Z', '2 days left'],
])('a map deleted at %s has %s', (deletedAt, words) => {
  expect(daysLeft(deletedAt, Date.parse('2026-11-14T12:00:00Z'))).toBe(words);
});

it('draws the curve in runs, a lonely point as a dot', () => {
  expect(stampPath([])).toBe('');
  expect(stampPath([null, null])).toBe('');
  expect(stampPath([1, null, 2, -2]).match(/M/g)).toHaveLength(2);
  expect(stampPath([null, 0])).toMatch(/^M[\d.]+ 22h0$/);
});
