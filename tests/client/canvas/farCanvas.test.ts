import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { farCanvas, farFrame } from '../../../client/canvas/farCanvas.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aPicture() {
  // Of an element, nothing but its style is touched.
  const element = { style: {} } as HTMLCanvasElement;
  const painted: { x: number; y: number; zoom: number }[] = [];
  const far = farCanvas({ element, frame: farFrame(800, 400, 1), paint: (viewport) => painted.push(viewport) });
  return { far, painted, moved: () => element.style.transform };
}

it('moves the picture while the map pans, and paints it where it stands once it rests', () => {
  const { far, painted, moved } = aPicture();
  far.show({ x: 0, y: 0, zoom: 0.2 });
  // With a quarter more on each side than is in sight.
  expect(painted).toEqual([{ x: 200, y: 100, zoom: 0.2 }]);
  far.show({ x: -60, y: 20, zoom: 0.2 });
  far.show({ x: -120, y: 40, zoom: 0.2 });
  expect([painted.length, moved()]).toEqual([1, 'translate(-120px, 40px)']);
  vi.runAllTimers();
  expect([painted.at(-1), moved()]).toEqual([{ x: 80, y: 140, zoom: 0.2 }, '']);
});

it('paints again when the edge of the picture comes into sight, and at every other size', () => {
  const { far, painted } = aPicture();
  far.show({ x: 0, y: 0, zoom: 0.2 });
  far.show({ x: -201, y: 0, zoom: 0.2 });
  far.show({ x: -201, y: 0, zoom: 0.21 });
  expect(painted).toHaveLength(3);
  far.show({ x: -201, y: -10, zoom: 0.21 });
  far.end();
  vi.runAllTimers();
  expect(painted).toHaveLength(3);
});
