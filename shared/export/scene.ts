import type { TextLine } from '../text/lines.ts';

/**
 * A document as painters see it: pages of items with numbers and colours, nothing about maps. Every painter draws the
 * same scene, so a PDF, a picture and a slide agree. Lengths are points (1/72 inch) from the top left corner of the page
 * or, inside a group with a `view`, of whatever unit that view scales to points.
 */
export interface SceneDocument {
  readonly title: string;
  /** BCP 47 tag of the document; parts may say otherwise. */
  readonly language: string;
  readonly pages: readonly ScenePage[];
  readonly outline: readonly OutlineEntry[];
}

export interface ScenePage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

/** A bookmark. */
export interface OutlineEntry {
  readonly title: string;
  /** The name of an anchor. */
  readonly target: string;
  readonly children: readonly OutlineEntry[];
}

export type SceneItem = RectItem | PathItem | TextItem | LinkItem | AnchorItem | GroupItem;

/** `#rrggbb`. */
export type Color = string;

export interface Stroke {
  readonly color: Color;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly cap?: 'round';
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RectItem extends Rect {
  readonly kind: 'rect';
  readonly radius?: number;
  readonly fill?: Color;
  readonly stroke?: Stroke;
}

export type PathSegment =
  | readonly ['M', x: number, y: number]
  | readonly ['L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z'];

export interface PathItem {
  readonly kind: 'path';
  readonly segments: readonly PathSegment[];
  readonly fill?: Color;
  readonly stroke?: Stroke;
}

/** What a text is to somebody who hears the page read aloud. */
export type TextRole = 'title' | 'heading' | 'subheading' | 'paragraph';

/** One text, broken to lines by the text engine. Painters draw its glyphs and never measure. */
export interface TextItem {
  readonly kind: 'text';
  readonly role: TextRole;
  /** The whole text in reading order, whatever the lines made of it. */
  readonly text: string;
  /** BCP 47 tag, or '' for that of the document. */
  readonly language: string;
  readonly size: number;
  readonly color: Color;
  readonly lines: readonly PlacedLine[];
}

/** `x` is the left end of the line whatever its direction, `y` its baseline. */
export interface PlacedLine {
  readonly x: number;
  readonly y: number;
  readonly line: TextLine;
}

/** Items inside a clickable rectangle. */
export interface LinkItem extends Rect {
  readonly kind: 'link';
  readonly target: { readonly anchor: string } | { readonly url: string };
  /** What following it does, in words. */
  readonly label: string;
  readonly items: readonly SceneItem[];
}

/** A place links and bookmarks lead to. Of places with the same name the last one counts: overviews come first. */
export interface AnchorItem {
  readonly kind: 'anchor';
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/**
 * `list`, `row`, `label` and `body` are for lists. `handoff`, `curve` and `overview` are pictures: read aloud by their label,
 * whatever groups are inside them. Items outside of any group, and in `decoration`, are not read aloud.
 */
export type GroupRole =
  | 'section'
  | 'stage'
  | 'step'
  | 'lane'
  | 'card'
  | 'handoff'
  | 'curve'
  | 'overview'
  | 'list'
  | 'row'
  | 'label'
  | 'body'
  | 'decoration';

export interface GroupItem {
  readonly kind: 'group';
  readonly role: GroupRole;
  readonly items: readonly SceneItem[];
  /** The group under which this one is read, by its `id`, when that is another than the one it is painted in. */
  readonly within?: string;
  readonly id?: string;
  /** For a picture: what it shows. For other groups: their name. */
  readonly label?: string;
  readonly view?: View;
}

/** Page = origin + scale x item. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
