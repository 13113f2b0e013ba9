import { describe, expect, it } from 'vitest';
import { suggestNames, tagAt } from '../../../client/capture/tagAt.ts';

describe('tagAt', () => {
  it.each([
    ['Calls @Mi', { sign: '@', at: 6, typed: 'Mi' }],
    ['@', { sign: '@', at: 0, typed: '' }],
    ['Calls #so me', { sign: '#', at: 6, typed: 'so me' }],
    ['Calls @Mika #w', { sign: '#', at: 12, typed: 'w' }],
    ['ada@example', null],
    ['Calls @Mika ', null],
    ['Calls', null],
  ])('%s', (text, expected) => {
    expect(tagAt(text, text.length)).toEqual(expected);
  });

  it('looks at what is before the caret', () => {
    expect(tagAt('Calls @Mika again', 9)).toEqual({ sign: '@', at: 6, typed: 'Mi' });
  });
});

describe('suggestNames', () => {
  const names = ['Ada Kay', 'Mika Kay', 'Mikael', '', 'Ada Kay'];
  it('offers names of which a word begins so, each once', () => {
    expect(suggestNames(names, 'ka')).toEqual(['Ada Kay', 'Mika Kay']);
    expect(suggestNames(names, '')).toEqual(['Ada Kay', 'Mika Kay', 'Mikael']);
    expect(suggestNames(names, 'mika k')).toEqual(['Mika Kay']);
    expect(suggestNames(names, 'ika')).toEqual([]);
  });
  it('offers nothing when the name is there already', () => {
    expect(suggestNames(names, 'mikael')).toEqual([]);
  });
});
