import type { Face } from '../text/fontShelf.ts';
import type { TextItem } from './scene.ts';

/** A glyph on the page: its origin on the baseline, and the size of its em, in the unit of the text item. */
export interface GlyphPlace {
  readonly face: Face;
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The family has no semibold: the outline is drawn as well as filled. */
  readonly embolden: boolean;
}

/** Text set semibold in a family without semibold: outlines are drawn as well as filled, by this share of the size. */
export const boldStroke = 0.028;

/** Every glyph of a text, where it stands: for painters that draw outlines instead of characters. */
export function* placedGlyphs({ lines, size }: TextItem): Generator<GlyphPlace> {
  for (const { x, y, line } of lines) {
    for (const { face, embolden, clusters, x: left } of line.runs) {
      const scale = size / face.shaping.unitsPerEm;
      let pen = x + left * size;
      for (const { glyphs, advance } of clusters) {
        for (const { id, dx, dy } of glyphs) yield { face, id, x: pen + dx * scale, y: y - dy * scale, size, embolden };
        pen += advance * scale;
      }
    }
  }
}
