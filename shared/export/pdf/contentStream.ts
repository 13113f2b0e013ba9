import { rectSegments } from '../roundedRect.ts';
import type { Color, PathSegment, Rect, Stroke, View } from '../scene.ts';
import { type ShapeUse, shapeAt, writeShapes } from './repeatedShapes.ts';
import { latin1, num, type PdfValue } from './values.ts';

/** What a page draws, operator by operator. Coordinates are those of the scene; the view and the page's height turn them to PDF's. */
export interface ContentStream {
  rect(rect: Rect, radius: number, paint: Paint, view: View): void;
  path(segments: readonly PathSegment[], paint: Paint, view: View): void;
  setFill(color: Color): void;
  setStroke(stroke: Stroke, view: View): void;
  /** Operators as they are. Those that change colours or lines go through the functions above. */
  raw(operators: string): void;
  finish(): Uint8Array;
}

export interface Paint {
  readonly fill?: Color | undefined;
  readonly stroke?: Stroke | undefined;
}

/** A point of the scene in PDF's coordinates, where y grows upwards. */
export type ToPage = (x: number, y: number) => [x: number, y: number];

export const toPage =
  (height: number, view: View): ToPage =>
  (x, y) => [view.x + x * view.scale, height - (view.y + y * view.scale)];

/** Collects what is drawn on a page of this height. */
export function createContentStream(height: number): ContentStream {
  const operators: (string | ShapeUse)[] = [];
  const state = { fill: '', stroke: '' };
  const setFill = (color: Color) => {
    if (state.fill === color) return;
    state.fill = color;
    operators.push(`${rgb(color)} rg`);
  };
  const setStroke = ({ color, width, dash, cap }: Stroke, { scale }: View) => {
    const pattern = (dash ?? []).map((length) => num(length * scale)).join(' ');
    const round = cap === 'round' ? 1 : 0;
    const wanted = `${rgb(color)} RG ${num(width * scale)} w [${pattern}] 0 d ${round} J ${round} j`;
    if (state.stroke === wanted) return;
    state.stroke = wanted;
    operators.push(wanted);
  };
  const paintOperator = ({ fill, stroke }: Paint, view: View): string | null => {
    if (fill !== undefined) setFill(fill);
    if (stroke !== undefined) setStroke(stroke, view);
    if (fill !== undefined) return stroke === undefined ? 'f' : 'B';
    return stroke === undefined ? null : 'S';
  };
  const path = (segments: readonly PathSegment[], paint: Paint, view: View) => {
    const operator = paintOperator(paint, view);
    if (operator === null) return;
    operators.push(shapeAt(segments, toPage(height, view), operator));
  };
  return {
    setFill,
    setStroke,
    path,
    rect(rect, radius, paint, view) {
      if (radius > 0) return path(rectSegments({ ...rect, radius }), paint, view);
      const operator = paintOperator(paint, view);
      if (operator !== null) operators.push(`${plainRect(rect, toPage(height, view))} ${operator}`);
    },
    raw: (more) => operators.push(more),
    finish: () => latin1(writeShapes(operators)),
  };
}

/** Red, green and blue from 0 to 1. Throws for anything but `#rrggbb`. */
export function rgb(color: Color): PdfValue {
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new Error(`Not a colour: ${color}`);
  return [1, 3, 5].map((at) => num(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');
}

function plainRect({ x, y, width, height }: Rect, place: ToPage): string {
  const [left, bottom] = place(x, y + height);
  const [right, top] = place(x + width, y);
  return `${[left, bottom, right - left, top - bottom].map(num).join(' ')} re`;
}
