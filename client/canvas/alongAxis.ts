import type { CSSProperties } from 'react';

/** Where a header is along its axis; the style sheet multiplies it by the zoom, so that zooming renders nothing. */
export const alongAxis = (start: number, size: number): CSSProperties =>
  // React passes custom properties on, but its type knows none.
  ({ '--at': start, '--size': size }) as CSSProperties;
