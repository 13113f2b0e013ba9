import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findItems } from '../../../client/actions/findItems.ts';
import { best, score } from '../../../client/actions/search.ts';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';

describe('score', () => {
  it('prefers the beginning of the text, then of a word, then anything', () => {
    const [whole, word, inside] = ['add step', 'pad adder', 'roadmap'].map((text) => score('ad', text));
    expect(whole).toBeGreaterThan(word ?? 0);
    expect(word).toBeGreaterThan(inside ?? 0);
    expect(inside).toBeGreaterThan(0);
  });

  it('wants every word, in any order, and does not mind accents and case', () => {
    expect(score('PLAN compare', 'Compares plans')).toBeGreaterThan(0);
    expect(score('zurich', 'Zürich')).toBeGreaterThan(0);
    expect(score('compare price', 'Compares plans')).toBe(0);
  });

  it('finds every text by itself and by each of its beginnings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(), (text, length) => {
        expect(score(text, text)).toBeGreaterThan(0);
        const beginning = [...text.normalize('NFKD')].slice(0, length).join('');
        expect(score(beginning, text)).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps the sequence of equally good answers', () => {
    expect(best(['b', 'a', 'c'], 2, () => 1)).toEqual(['b', 'a']);
  });
});

describe('findItems', () => {
  const doc = drawMap(`
             | buy: compare | order   | use: install
    sales    | chat         | confirm |
    field    |              |         | visit
    notes #  | hard to tell |         |`);
  must(doc, addPerson, { id: idOf('mika'), fields: { name: 'Mika Kay', role: 'Clerk' } });
  must(doc, changeItems, changeOf('touchpoint', 'visit', { owner: idOf('mika') }));
  const map = readMap(doc);
  const names = (query: string) =>
    findItems(map, query).map(({ title, found }) => `${title}: ${found.map(({ name }) => name).join(', ')}`);

  it('finds stages, steps, touchpoints, lanes, notes and people', () => {
    expect(names('buy')).toEqual(['Stages: buy', 'Steps: compare, order']);
    expect(names('vis')).toEqual(['Touchpoints: visit']);
    expect(names('fie')).toEqual(['Touchpoints: visit', 'Lanes: field']);
    expect(names('hard')).toEqual(['Notes: hard to tell']);
    expect(names('kay')).toEqual(['People: Mika Kay']);
    expect(names('')).toEqual([]);
    expect(names('nothing like it')).toEqual([]);
  });

  it('shows what a person owns', () => {
    expect(findItems(map, 'mika')[0]?.found[0]).toMatchObject({
      where: 'Clerk, owns 1 touchpoint',
      shows: [{ kind: 'touchpoint', id: 'visit' }],
    });
  });
});
