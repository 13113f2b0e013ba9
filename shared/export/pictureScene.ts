import type { Finding } from '../gaps/findGaps.ts';
import { LANE_HEADER_WIDTH } from '../layout/sizes.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { inGrey } from './inGrey.ts';
import { headerHeight } from './mapHeaders.ts';
import { drawMap, pageHead, viewOf } from './mapPage.ts';
import { listGaps } from './numberedGaps.ts';
import { type PartName, USUAL_PARTS } from './options.ts';
import type { PrintLayout } from './printLayout.ts';
import type { SceneDocument } from './scene.ts';
import type { Typesetter } from './textBlock.ts';

export interface PictureOptions {
  readonly include?: readonly PartName[];
  readonly grey?: boolean;
  /** Without the sheet under the map, for slides and pages of any colour. */
  readonly transparent?: boolean;
}

const margin = 24;
/** A map of one step still has room for its title and the legend. */
const leastWidth = 760;

/** The whole map in its own size, without a sheet of paper: what pictures are made from. */
export function pictureScene(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  findings: readonly Finding[],
  { include = USUAL_PARTS, grey = false, transparent = false }: PictureOptions = {},
): SceneDocument {
  const has = (part: PartName) => include.includes(part);
  const shown = { curve: has('curve'), gaps: has('gaps'), metrics: has('metrics'), ground: !transparent };
  const gaps = listGaps(map, findings).numbered;
  const mapWidth = layout.width + LANE_HEADER_WIDTH;
  const width = Math.max(mapWidth, leastWidth);
  const frame = { x: margin, top: margin, width, bottom: 0 };
  const head = pageHead(typesetter, map, layout, gaps, frame, shown);
  const height = head.height + 14 + layout.height + headerHeight(layout);
  const view = viewOf(layout, { ...frame, width: mapWidth, bottom: margin + height }, head.height);
  const drawn = drawMap(typesetter, map, layout, gaps, view, shown);
  const title = map.meta.title.trim() === '' ? 'Untitled map' : map.meta.title;
  const page = { width: width + 2 * margin, height: height + 2 * margin, items: [...head.items, ...drawn.items] };
  const scene = { title, language: typesetter.language, pages: [page], outline: [] };
  return grey ? inGrey(scene) : scene;
}
