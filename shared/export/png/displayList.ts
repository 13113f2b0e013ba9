import { glyphOutline } from '../../text/glyphOutline.ts';
import { insideView } from '../insideView.ts';
import { boldStroke, placedGlyphs } from '../placedGlyphs.ts';
import { rectSegments } from '../roundedRect.ts';
import type { Color, PathSegment, SceneItem, ScenePage, Stroke, TextItem, View } from '../scene.ts';
import { flatten, type Polyline, strokeArea } from './polygons.ts';

/** An area of one colour, in pixels. */
export interface Shape {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly area: readonly Polyline[];
  /** Added to every corner: glyphs share their corners wherever they stand. */
  readonly dx: number;
  readonly dy: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Everything on a page from back to front, in pixels. */
export function displayList(page: ScenePage, pixels: number): Shape[] {
  const shapes: Shape[] = [];
  const glyphs: GlyphAreas = new Map();
  const paint = (items: readonly SceneItem[], view: View) => {
    for (const item of items) {
      if (item.kind === 'rect') addPath(shapes, rectSegments(item), item, view);
      else if (item.kind === 'path') addPath(shapes, item.segments, item, view);
      else if (item.kind === 'text') addText(shapes, glyphs, item, view);
      else if (item.kind === 'link') paint(item.items, view);
      else if (item.kind === 'group') paint(item.items, insideView(view, item.view));
    }
  };
  paint(page.items, { x: 0, y: 0, scale: pixels });
  return shapes;
}

function addPath(
  shapes: Shape[],
  segments: readonly PathSegment[],
  { fill, stroke }: { readonly fill?: Color; readonly stroke?: Stroke },
  { x, y, scale }: View,
): void {
  if (fill === undefined && stroke === undefined) return;
  const lines = flatten(segments, { x, y, scaleX: scale, scaleY: scale });
  if (fill !== undefined) shapes.push(shapeOf(fill, lines));
  if (stroke === undefined) return;
  const pen = {
    width: stroke.width * scale,
    dash: (stroke.dash ?? []).map((length) => length * scale),
    round: stroke.cap === 'round',
  };
  shapes.push(shapeOf(stroke.color, strokeArea(lines, pen)));
}

type GlyphAreas = Map<string, Shape | null>;

function addText(shapes: Shape[], glyphs: GlyphAreas, item: TextItem, view: View): void {
  for (const { face, id, x, y, size, embolden } of placedGlyphs(item)) {
    const em = size * view.scale;
    const key = `${face.id} ${id} ${em} ${embolden} ${item.color}`;
    let shape = glyphs.get(key);
    if (shape === undefined) {
      const scale = em / face.sfnt.unitsPerEm;
      const lines = flatten(glyphOutline(face.sfnt, id), { x: 0, y: 0, scaleX: scale, scaleY: -scale });
      // Outlines turn one way and strokes the other, so a thicker letter is two shapes; one colour hides the seam.
      shape = lines.length === 0 ? null : shapeOf(item.color, lines);
      glyphs.set(key, shape);
      if (shape !== null && embolden) {
        const pen = { width: em * boldStroke, dash: [], round: false };
        glyphs.set(`${key} stroke`, shapeOf(item.color, strokeArea(lines, pen)));
      }
    }
    for (const one of [shape, glyphs.get(`${key} stroke`) ?? null]) {
      if (one !== null) shapes.push(moved(one, view.x + x * view.scale, view.y + y * view.scale));
    }
  }
}

const moved = (shape: Shape, dx: number, dy: number): Shape => ({
  ...shape,
  dx,
  dy,
  left: shape.left + dx,
  top: shape.top + dy,
  right: shape.right + dx,
  bottom: shape.bottom + dy,
});

function shapeOf(color: Color, area: readonly Polyline[]): Shape {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { points } of area) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x = 0, y = 0] = [points[i], points[i + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return { red: channel(1), green: channel(3), blue: channel(5), area, dx: 0, dy: 0, left, top, right, bottom };
}
