import type { MapSnapshot } from '../../model/snapshot.ts';
import { palette } from '../palette.ts';
import type { PrintLayout } from '../printLayout.ts';
import type { Rect } from '../scene.ts';
import type { SlideShapes } from './shapes.ts';

/** What everything that is drawn of a map on a slide is drawn with. */
export interface Pen {
  readonly slide: SlideShapes;
  readonly map: MapSnapshot;
  readonly layout: PrintLayout;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** A box of the map where it stands on the slide. */
export const place = ({ left, top, scale }: Pen, { x, y, width, height }: Rect): Rect => ({
  x: left + x * scale,
  y: top + y * scale,
  width: width * scale,
  height: height * scale,
});

export const edge = { color: palette.lineStrong, width: 0.75 } as const;
