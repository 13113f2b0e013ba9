import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MapSession } from '../../../client/session/session.ts';

const followed = vi.hoisted(() => ({ maps: [] as { readonly map: string; readonly close: () => void }[] }));
vi.mock('../../../client/session/followMap.ts', () => ({
  followMap(map: string, show: (session: MapSession) => void) {
    show({ mapId: map } as MapSession);
    const close = vi.fn();
    followed.maps.push({ map, close });
    return { close };
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', {});
  // Whether a page shows a map already is remembered by the module.
  vi.resetModules();
  followed.maps = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const load = () => import('../../../client/session/earlySession.ts');
const open = () => followed.maps.map(({ map, close }) => [map, vi.mocked(close).mock.calls.length]);
/** Longer than whoever is on the way to a map needs. */
const LONG = 60_000;

it('a session that nobody comes for is closed', async () => {
  const { openEarly, sessionAtHand } = await load();
  openEarly('m1');
  expect(sessionAtHand('m1')?.mapId).toBe('m1');
  vi.advanceTimersByTime(LONG);
  expect(open()).toEqual([['m1', 1]]);
  expect(sessionAtHand('m1')).toBeNull();
});

it('a session that somebody comes for is theirs, until they close it', async () => {
  const { openEarly, takeSession } = await load();
  openEarly('m1');
  const show = vi.fn();
  const taken = takeSession('m1', show);
  expect(show).toHaveBeenCalledExactlyOnceWith({ mapId: 'm1' });
  vi.advanceTimersByTime(LONG);
  expect(open()).toEqual([['m1', 0]]);
  taken.close();
  expect(open()).toEqual([['m1', 1]]);
});

it('whoever goes to another map leaves nothing of the first one open', async () => {
  const { openEarly, takeSession } = await load();
  openEarly('m1');
  takeSession('m2', () => undefined);
  expect(open()).toEqual([
    ['m1', 1],
    ['m2', 0],
  ]);
});

it('nothing is opened early where a map is shown already', async () => {
  const { openEarly, takeSession } = await load();
  takeSession('m1', () => undefined);
  openEarly('m1');
  expect(open()).toEqual([['m1', 0]]);
});
