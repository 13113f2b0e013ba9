import type { CSSProperties } from 'react';
import type { CardFont } from '../../shared/layout/sizes.ts';

/** How many whole lines of a header fit into its height; the rest is in the tooltip. */
export const lineLimit = (height: number, padding: number, { lineHeight }: CardFont): CSSProperties =>
  // React passes custom properties on, but its type knows none.
  ({ '--lines': Math.max(1, Math.floor((height - 2 * padding) / lineHeight)) }) as CSSProperties;
