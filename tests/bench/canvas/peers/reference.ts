import type { Scene } from '../scene.ts';

/** What the bench asks of a reference page: somebody else's change, and word that all is drawn where that is not to be seen. */
export interface Reference {
  change(index: number, title: string): void;
}

declare global {
  interface Window {
    reference?: Reference;
    drawn?: boolean;
  }
}

const query = new URLSearchParams(location.search);
const asked = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);

/** Where the page begins to look at the scene. */
export const opening = { x: asked('x', 0), y: asked('y', 0), zoom: asked('zoom', 1) };

export async function loadScene(): Promise<Scene> {
  return (await fetch(`/scene-${asked('touchpoints', 1000)}.json`)).json();
}

export function appElement(): HTMLElement {
  const app = document.getElementById('app');
  if (!app) throw new Error('The page has no #app');
  return app;
}

/** The line of a hand-off as anybody draws it first: a curve from the right of one card to the left of another. */
export function lineOf(from: { x: number; y: number; width: number; height: number }, to: typeof from): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
  const bend = Math.max(24, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** Panning by wheel, zooming with Control held, as React Flow counts them. */
export function followWheel(
  element: HTMLElement,
  view: { x: number; y: number; zoom: number },
  moved: () => void,
): void {
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (event.ctrlKey) {
        const zoom = Math.min(2, Math.max(0.05, view.zoom * 2 ** (-event.deltaY * 0.02)));
        view.x = event.clientX - ((event.clientX - view.x) * zoom) / view.zoom;
        view.y = event.clientY - ((event.clientY - view.y) * zoom) / view.zoom;
        view.zoom = zoom;
      } else {
        view.x -= event.deltaX;
        view.y -= event.deltaY;
      }
      moved();
    },
    { passive: false },
  );
}
