import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { followCalm, workOutBefore } from '../../../client/session/calmMap.ts';
import type { SessionState } from '../../../client/session/session.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  workOutBefore(() => [].values());
  vi.useRealTimers();
});

const empty = readMap(newMapDoc('Calm', 1));
const titled = (title: string) => ({ ...empty, meta: { ...empty.meta, title } });

function aSession() {
  // Of a session's state, the map alone is followed.
  const store = createStore(() => ({ map: empty }) as SessionState);
  const heard: string[] = [];
  followCalm({ store }, (map) => heard.push(map.meta.title));
  return { heard, change: (title: string) => store.setState({ map: titled(title) }) };
}

it('tells of the map once somebody pauses, not of every state on the way', () => {
  const { heard, change } = aSession();
  for (const title of ['a', 'ab', 'abc']) {
    change(title);
    vi.advanceTimersByTime(90);
  }
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual(['abc']);
});

it('does not wait for ever for somebody who never pauses', () => {
  const { heard, change } = aSession();
  for (let i = 1; i <= 20; i++) {
    change(String(i));
    vi.advanceTimersByTime(50);
  }
  expect(heard).toHaveLength(1);
});

it('works things out before it tells, and what changes meanwhile is told next', () => {
  const { heard, change } = aSession();
  const worked: string[] = [];
  workOutBefore(function* ({ meta }) {
    if (meta.title === 'first') change('second');
    yield;
    worked.push(meta.title);
  });
  change('first');
  vi.advanceTimersByTime(2_000);
  expect(worked).toEqual(['first', 'second']);
  expect(heard).toEqual(['first', 'second']);
});
