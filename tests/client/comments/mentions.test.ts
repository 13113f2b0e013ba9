import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callAt, complete, mentionedIn, suggest } from '../../../client/panels/comments/mentions.ts';

const person = (id: string, name: string) => ({ id, name, color: '#2668c9' });
const people = [person('1', 'Ana'), person('2', 'Ana Maria'), person('3', 'Ben Okoro'), person('4', 'Ben Okoro')];

describe('mentioning somebody', () => {
  it.each([
    ['@', { at: 0, typed: '' }],
    ['Hello @Be', { at: 6, typed: 'Be' }],
    ['(@Ana Ma', { at: 1, typed: 'Ana Ma' }],
    ['mail@example', null],
    ['@Ana ', null],
    ['@Ana\nx', null],
  ])('is noticed in "%s"', (text, call) => {
    expect(callAt(text, text.length)).toEqual(call);
  });

  it('offers those whose name, or a word of it, begins with what was typed', () => {
    const ids = (typed: string) => suggest(people, { at: 0, typed }).map(({ id }) => id);
    expect(ids('an')).toEqual(['1', '2']);
    expect(ids('oko')).toEqual(['3', '4']);
    expect(ids('na')).toEqual([]);
    // Nothing is left to choose.
    expect(ids('ana maria')).toEqual([]);
  });

  it('puts the name where it was typed, and the caret behind it', () => {
    expect(complete('Ask @be now', { at: 4, typed: 'be' }, 'Ben Okoro')).toEqual({
      text: 'Ask @Ben Okoro now',
      caret: 14,
    });
    expect(complete('@', { at: 0, typed: '' }, 'Ana')).toEqual({ text: '@Ana ', caret: 5 });
  });

  it('means the longest name that stands there, and both where two bear it', () => {
    expect(mentionedIn('@Ana Maria, see @Ben Okoro', people)).toEqual(['2', '3', '4']);
    expect(mentionedIn('@Ana and @nobody', people)).toEqual(['1']);
    expect(mentionedIn('no one', people)).toEqual([]);
  });

  it('whatever is completed is then mentioned', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...people), (before, after, { name, id }) => {
        const text = `${before} @x`;
        const call = callAt(text, text.length);
        if (!call) return;
        expect(mentionedIn(complete(`${text}\n${after}`, call, name).text, people)).toContain(id);
      }),
    );
  });
});
