import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { OwnPresence, readOthers } from '../../../client/presence/presence.ts';

const ADA = { id: 'ada', name: 'Ada', color: '#0f766e' };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('tells the others of a movement now and then, of its end always, and of a first step at once', () => {
  const awareness = new Awareness(new Y.Doc());
  const presence = new OwnPresence(awareness, ADA);
  const told: unknown[] = [];
  awareness.on('update', () => told.push(awareness.getLocalState()?.cursor));
  presence.update({ cursor: { x: 0, y: 0 } });
  vi.advanceTimersByTime(16);
  expect(told).toEqual([{ x: 0, y: 0 }]);
  for (let x = 1; x <= 1000; x++) {
    presence.update({ cursor: { x, y: 0 } });
    vi.advanceTimersByTime(1);
  }
  expect(told.length).toBeLessThan(30);
  vi.advanceTimersByTime(100);
  expect(told.at(-1)).toEqual({ x: 1000, y: 0 });
  const before = told.length;
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(before);
  presence.destroy();
  awareness.destroy();
});

it('reads somebody who did not move as the same as before', () => {
  const awareness = new Awareness(new Y.Doc());
  const state = (x: number) => ({ user: ADA, cursor: { x, y: 0 } });
  awareness.states.set(1, state(1));
  awareness.states.set(2, state(2));
  const [still, moved] = readOthers(awareness);
  awareness.states.set(2, state(3));
  const next = readOthers(awareness);
  expect(next[0]).toBe(still);
  expect(next[1]).not.toBe(moved);
  expect(next[1]?.cursor).toEqual({ x: 3, y: 0 });
  awareness.destroy();
});
