import type { HandoffId, LaneId, NoteId, PersonaId, StageId, StepId, TouchpointId } from '../model/ids.ts';
import type { CardFont } from './sizes.ts';

/**
 * How many lines a text takes when broken to a width. The page passes `measureInter`, the PDF its own shaping; the
 * layout itself knows no fonts.
 */
export type MeasureLines = (text: string, font: CardFont, width: number) => number;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * Where everything on the map is. Coordinates have their origin at the top left corner of the first step's column
 * and the emotion row: headers are given apart, along one axis each, because painters pin them. Objects and arrays
 * that are as in the previous layout are the same objects.
 */
export interface MapLayout {
  /** Extent of the content, without the pinned headers. */
  readonly width: number;
  readonly height: number;
  readonly stageRowHeight: number;
  readonly stepRowHeight: number;
  readonly stages: readonly StageBox[];
  /** All columns from left to right; a stage without steps still has one. */
  readonly columns: readonly ColumnBox[];
  readonly lanes: readonly LaneBox[];
  readonly emotion: EmotionRow;
  /** Y of the line between what customers see and what they do not, or null where the lanes do not divide so. */
  readonly visibilityY: number | null;
  /** Along the journey, then lane by lane, then down the cell. */
  readonly cards: readonly CardBox[];
  readonly notes: readonly NoteBox[];
  /** In the order of the map's hand-offs; those with an end that is not on the map are left out. */
  readonly handoffs: readonly HandoffPath[];
  readonly cardById: ReadonlyMap<string, CardBox>;
  readonly noteById: ReadonlyMap<string, NoteBox>;
  readonly handoffById: ReadonlyMap<string, HandoffPath>;
}

export interface StageBox {
  readonly id: StageId;
  readonly x: number;
  readonly width: number;
}

export interface ColumnBox {
  readonly stage: StageId;
  /** Null in the one column of a stage without steps. */
  readonly step: StepId | null;
  readonly x: number;
  readonly width: number;
}

export interface LaneBox {
  readonly id: LaneId;
  readonly y: number;
  readonly height: number;
  /** What its cards and its title need: nobody can draw it lower. */
  readonly least: number;
}

/** A touchpoint's card. */
export interface CardBox extends Rect {
  readonly id: TouchpointId;
  readonly step: StepId;
  readonly lane: LaneId;
  /** Height of the title's lines; the meta row stands under it. */
  readonly titleHeight: number;
}

export interface NoteBox extends Rect {
  readonly id: NoteId;
  readonly step: StepId;
  readonly lane: LaneId;
}

export interface EmotionRow {
  readonly y: number;
  readonly height: number;
  /** Y of "neither good nor bad". */
  readonly zeroY: number;
  /** Everyone first, then personas in their order; only who has ratings. */
  readonly curves: readonly EmotionCurve[];
  /** How the company thinks the customer feels; null when it says nothing. */
  readonly belief: BeliefCurve | null;
}

export interface EmotionCurve {
  readonly persona: PersonaId | 'everyone';
  readonly points: readonly EmotionPoint[];
  /** SVG path, interrupted where a step is unrated. */
  readonly path: string;
}

export interface BeliefCurve {
  readonly points: readonly EmotionPoint[];
  readonly path: string;
}

export interface EmotionPoint extends Point {
  readonly step: StepId;
  /** -2 to +2. */
  readonly value: number;
  /** False where a persona without a rating of its own feels as everyone does. */
  readonly own: boolean;
}

export type Direction = 'right' | 'down' | 'left' | 'up';

export interface HandoffPath {
  readonly id: HandoffId;
  readonly from: TouchpointId;
  readonly to: TouchpointId;
  /** Corners from card edge to card edge; each run is horizontal or vertical. */
  readonly points: readonly Point[];
  /** The same as SVG path with rounded corners, up to the tip of the arrow. */
  readonly path: string;
  readonly arrow: { readonly tip: Point; readonly direction: Direction };
  /** A point of the line where a gap's mark stands free. */
  readonly label: Point;
  /** Around line and arrow, without the mark. */
  readonly bounds: Rect;
}
