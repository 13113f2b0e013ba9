import type { SceneDocument, SceneItem } from './scene.ts';

/** Printed smaller than this, text can be looked at but hardly read. */
export const LEGIBLE = 5;

/** The size in points of the smallest text that stands to be read; null where there is none. Decoration does not count. */
export function smallestText(scene: SceneDocument): number | null {
  let smallest = Number.POSITIVE_INFINITY;
  const look = (items: readonly SceneItem[], scale: number) => {
    for (const item of items) {
      if (item.kind === 'text') smallest = Math.min(smallest, item.size * scale);
      else if (item.kind === 'link') look(item.items, scale);
      else if (item.kind === 'group' && item.role !== 'decoration' && item.role !== 'overview') {
        look(item.items, scale * (item.view?.scale ?? 1));
      }
    }
  };
  for (const { items } of scene.pages) look(items, 1);
  return Number.isFinite(smallest) ? smallest : null;
}
