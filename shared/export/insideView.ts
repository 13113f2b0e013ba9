import type { View } from './scene.ts';

/** The view of what stands in a group with a view of its own, or none. */
export const insideView = (outer: View, inner: View | undefined): View =>
  inner === undefined
    ? outer
    : { x: outer.x + inner.x * outer.scale, y: outer.y + inner.y * outer.scale, scale: outer.scale * inner.scale };
