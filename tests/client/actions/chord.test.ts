import { describe, expect, it } from 'vitest';
import { isChord } from '../../../client/actions/chord.ts';
import { isSecondKey, keysOf } from '../../../client/actions/chordWords.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
  // Only what is asked of an event; there is no DOM here.
  ({ key: name, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }) as KeyboardEvent;

describe('isChord', () => {
  it.each([
    ['T', key('t'), true],
    ['T', key('T', { shiftKey: true }), false],
    ['T', key('t', { ctrlKey: true }), false],
    ['Mod+Z', key('z', { ctrlKey: true }), true],
    ['Mod+Z', key('z', { metaKey: true }), true],
    ['Mod+Z', key('Z', { metaKey: true, shiftKey: true }), false],
    ['Mod+Shift+Z', key('Z', { ctrlKey: true, shiftKey: true }), true],
    ['Arrows', key('ArrowUp'), true],
    ['Arrows', key('ArrowUp', { shiftKey: true }), false],
    ['Shift+Arrows', key('ArrowLeft', { shiftKey: true }), true],
    ['Alt+Arrows', key('ArrowLeft', { altKey: true }), true],
    ['Arrows', key('ArrowLeft', { altKey: true }), false],
    ['Del', key('Delete'), true],
    ['Esc', key('Escape'), true],
    ['Enter', key('Enter'), true],
    ['?', key('?', { shiftKey: true }), true],
    ['+', key('+', { shiftKey: true }), true],
    ['+', key('='), false],
    ['-', key('-'), true],
    // On a German keyboard there is a quotation mark above the 2.
    ['Shift+2', key('"', { shiftKey: true, code: 'Digit2' }), true],
    ['Shift+2', key('2', { code: 'Digit2' }), false],
  ])('%s', (chord, event, expected) => {
    expect(isChord(chord, event)).toBe(expected);
  });
});

describe('isSecondKey', () => {
  it.each([
    [', O', key('o'), true],
    // Whatever the caps lock makes of it.
    [', O', key('O'), true],
    [', O', key('O', { shiftKey: true }), false],
    [', Shift+O', key('O', { shiftKey: true }), true],
    [', O', key('o', { ctrlKey: true }), false],
    [', !', key('!', { shiftKey: true }), true],
    ['O', key('o'), false],
  ])('%s', (chord, event, expected) => {
    expect(isSecondKey(chord, event)).toBe(expected);
    expect(isChord(chord, event)).toBe(chord === 'O' && expected === false);
  });
});

it('writes a chord as it is written on the keys', () => {
  expect(keysOf('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keysOf('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(keysOf('+', false)).toEqual(['+']);
  expect(keysOf(', Shift+S', false)).toEqual([',', 'Shift', 'S']);
  expect(keysOf('Alt+Arrows', false)).toEqual(['Alt', 'Arrow keys']);
});
