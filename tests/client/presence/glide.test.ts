import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Glide } from '../../../client/presence/glide.ts';
import type { Other } from '../../../client/presence/presence.ts';
import { anOther } from './anOther.ts';

let others: readonly Other[] = [];
let calm = false;
const FRAME = 10;
const frames = vi.fn((act: (now: number) => void) => setTimeout(() => act(performance.now()), FRAME));

beforeEach(() => {
  vi.useFakeTimers();
  frames.mockClear();
  calm = false;
  vi.stubGlobal('requestAnimationFrame', frames);
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal('matchMedia', () => ({ matches: calm }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pointing = (client: number, x: number) => anOther(client, `u${client}`, { cursor: { x, y: 0 } });

function held(glide: Glide, client: number) {
  const element = { style: { transform: '' } };
  const letGo = glide.hold(element as HTMLElement, client, ({ cursor }) => cursor);
  const x = () => Number(/^translate\((.+)px, .+px\)$/.exec(element.style.transform)?.[1]);
  return { x, letGo };
}

it('puts a cursor where it is, and lets it glide to where it goes next', () => {
  others = [pointing(1, 100), pointing(2, 5)];
  const glide = new Glide(() => others);
  const [moving, still] = [held(glide, 1), held(glide, 2)];
  expect([moving.x(), still.x()]).toEqual([100, 5]);
  others = [pointing(1, 200), pointing(2, 5)];
  glide.follow();
  const seen: number[] = [];
  for (let frame = 0; frame < 12; frame++) {
    vi.advanceTimersByTime(FRAME);
    seen.push(moving.x());
  }
  expect(new Set(seen).size).toBeGreaterThan(5);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen[0]).toBeLessThan(150);
  expect([moving.x(), still.x()]).toEqual([200, 5]);
});

it('goes on from where a cursor is when it turns, and rests when all have arrived', () => {
  others = [pointing(1, 0)];
  const glide = new Glide(() => others);
  const { x } = held(glide, 1);
  others = [pointing(1, 100)];
  glide.follow();
  vi.advanceTimersByTime(4 * FRAME);
  const half = x();
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(100);
  others = [pointing(1, 0)];
  glide.follow();
  vi.advanceTimersByTime(FRAME);
  expect(x()).toBeLessThan(half);
  expect(x()).toBeGreaterThan(0);
  vi.advanceTimersByTime(1000);
  expect(x()).toBe(0);
  const drawn = frames.mock.calls.length;
  glide.follow();
  vi.advanceTimersByTime(1000);
  expect(frames.mock.calls).toHaveLength(drawn);
});

it('jumps where the system asks for calm', () => {
  calm = true;
  others = [pointing(1, 0)];
  const glide = new Glide(() => others);
  const { x } = held(glide, 1);
  others = [pointing(1, 100)];
  glide.follow();
  vi.advanceTimersByTime(FRAME);
  expect(x()).toBe(100);
});

it('moves nothing that was let go of, or whose owner has left', () => {
  others = [pointing(1, 0), pointing(2, 0)];
  const glide = new Glide(() => others);
  const [gone, left] = [held(glide, 1), held(glide, 2)];
  gone.letGo();
  others = [pointing(1, 100)];
  glide.follow();
  vi.advanceTimersByTime(1000);
  expect([gone.x(), left.x()]).toEqual([0, 0]);
});
