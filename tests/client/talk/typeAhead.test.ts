import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftOn, takeAhead, typeAhead } from '../../../client/talk/talkStore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const key = (name: string) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false }) as KeyboardEvent;

it('what is typed before the field is there is kept for it, however long the field takes', () => {
  draftOn({ kind: 'map' });
  for (const letter of 'Slow') {
    vi.advanceTimersByTime(2_000);
    expect(typeAhead(key(letter))).toBe(true);
  }
  expect(takeAhead()).toBe('Slow');
  expect(typeAhead(key('s'))).toBe(false);
});

it('whoever types nothing for a while has the map again', () => {
  draftOn({ kind: 'map' });
  expect(typeAhead(key('a'))).toBe(true);
  vi.advanceTimersByTime(3_500);
  expect(typeAhead(key('s'))).toBe(false);
});
