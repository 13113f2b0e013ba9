/**
 * The item at an index that is in range. Layout runs on every frame, so its loops count instead of copying lists, and
 * TypeScript cannot see that they keep their indices in range; this is the one place that says so.
 */
export const itemAt = <T>(items: readonly T[], index: number): T => items[index] as T;
