import type { ScenePage } from '../scene.ts';
import { type Band, paintShape, scratchFor } from './coverage.ts';
import { displayList, type Shape } from './displayList.ts';
import { pngWriter } from './pngFile.ts';

export interface PngOptions {
  /** Pixels a point of the page; two where nobody says, for sharp screens. */
  readonly pixels?: number;
  /** Without it, a white sheet lies under the page. */
  readonly transparent?: boolean;
  /** Told from 0 to 1 how far it is. */
  onProgress?(done: number): void;
}

/** More than this no program opens with pleasure: the picture is then drawn smaller. */
const mostPixels = 100_000_000;
const longestSide = 16_000;
const bandHeight = 128;

/** Pixels a point that a page gets: those asked for, or fewer where it would become too large. */
function pixelsFor({ width, height }: ScenePage, asked: number): number {
  return Math.min(asked, Math.sqrt(mostPixels / (width * height)), longestSide / Math.max(width, height));
}

/** A page of a scene as a PNG picture, the same bytes in a browser and on a server: no canvas is asked. */
export function paintPng(
  page: ScenePage,
  { pixels: asked = 2, transparent = false, onProgress }: PngOptions = {},
): Uint8Array {
  const pixels = pixelsFor(page, asked);
  const width = Math.max(1, Math.round(page.width * pixels));
  const height = Math.max(1, Math.round(page.height * pixels));
  const channels = transparent ? 4 : 3;
  const png = pngWriter({ width, height, channels, pixelsPerMetre: Math.round((pixels * 72) / 0.0254) });
  const byBand = shapesByBand(displayList(page, pixels), Math.ceil(height / bandHeight));
  const scratch = scratchFor(width, bandHeight);
  for (const [index, shapes] of byBand.entries()) {
    const top = index * bandHeight;
    const rows = Math.min(bandHeight, height - top);
    const bytes = new Uint8Array(width * rows * channels);
    if (!transparent) bytes.fill(255);
    const band: Band = { width, top, height: rows, bytes, channels };
    for (const shape of shapes) paintShape(band, shape, scratch);
    png.add(band);
    onProgress?.((index + 1) / byBand.length);
  }
  return png.finish();
}

function shapesByBand(shapes: readonly Shape[], count: number): Shape[][] {
  const bands = Array.from({ length: count }, (): Shape[] => []);
  for (const shape of shapes) {
    const first = Math.max(0, Math.floor(shape.top / bandHeight));
    const last = Math.min(count - 1, Math.floor(shape.bottom / bandHeight));
    for (let band = first; band <= last; band++) bands[band]?.push(shape);
  }
  return bands;
}
