import { describe, expect, it } from 'vitest';
import { rebased, shifted, typedSplice } from '../../../client/canvas/textSplice.ts';

describe('typedSplice', () => {
  it('takes the cursor for the end of what was typed', () => {
    expect(typedSplice('aaa', 'aaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' });
    expect(typedSplice('aaa', 'aaaa', 4)).toEqual({ at: 3, remove: 0, insert: 'a' });
  });
  it('finds a replaced selection, a deletion and no change', () => {
    expect(typedSplice('Call the bank', 'Ring the bank', 4)).toEqual({ at: 0, remove: 4, insert: 'Ring' });
    expect(typedSplice('aab', 'ab', 1)).toEqual({ at: 1, remove: 1, insert: '' });
    expect(typedSplice('same', 'same', 2)).toEqual({ at: 2, remove: 0, insert: '' });
  });
  it('never cuts a character of two units', () => {
    expect(typedSplice('😀', '😁', 2)).toEqual({ at: 0, remove: 2, insert: '😁' });
  });
});

describe('shifted', () => {
  it('keeps a cursor before what others insert at it, and moves it behind what they insert earlier', () => {
    expect(shifted(3, [{ retain: 3 }, { insert: 'xx' }])).toBe(3);
    expect(shifted(3, [{ insert: 'xx' }])).toBe(5);
  });
  it('pulls a cursor to the edge of what others delete around it', () => {
    expect(shifted(5, [{ retain: 2 }, { delete: 10 }])).toBe(2);
    expect(shifted(5, [{ retain: 1 }, { delete: 2 }, { insert: 'abc' }])).toBe(6);
  });
});

it('rebases a composed word onto what others wrote meanwhile', () => {
  expect(rebased({ at: 4, remove: 2, insert: 'ä' }, [[{ insert: 'xy ' }], [{ retain: 7 }, { delete: 1 }]])).toEqual({
    at: 7,
    remove: 1,
    insert: 'ä',
  });
});
