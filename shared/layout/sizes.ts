/**
 * Every measure of the map, in CSS pixels at zoom 1. All painters and the style sheet take them from here, so that
 * the map has one shape on screen, in a PDF and in a picture.
 */
export const LANE_HEADER_WIDTH = 148;
export const STAGE_ROW_HEIGHT = 34;
export const STEP_ROW_HEIGHT = 54;
export const EMOTION_ROW_HEIGHT = 128;
/** Of a step that nobody drew wider. */
export const COLUMN_WIDTH = 161;
export const LANE_MIN_HEIGHT = 112;
/** A lane of which only the name is shown. */
export const FOLDED_LANE_HEIGHT = 36;

/** Free space beside a card: half of the gutter between two columns. */
export const CELL_MARGIN_X = 10;
/** Free space above and below the cards of a cell: half of the gutter between two lanes. */
export const CELL_MARGIN_Y = 16;
export const CARD_WIDTH = COLUMN_WIDTH - 2 * CELL_MARGIN_X;
/** Between two cards of one cell. */
export const CARD_GAP = 10;

/** From a card's outer edge to its text, the border included. */
export const CARD_PADDING = 10;
/** Of a card or note in a column of any width. */
export const cardWidthIn = (column: number): number => column - 2 * CELL_MARGIN_X;
export const textWidthIn = (card: number): number => card - 2 * CARD_PADDING;
/** Channel icon, metric chip and owner disc stand in one row, which is there even when it is empty. */
export const META_ROW_HEIGHT = 20;
export const META_ROW_GAP = 4;

/** From a header's outer edge to its text, sideways, above and below, rules included. */
export const HEADER_PADDING_X = 12;
export const STAGE_PADDING_Y = 8;
export const STEP_PADDING_Y = 9;
export const LANE_PADDING_X = 16;
export const LANE_PADDING_Y = 14;
/** The star of a moment of truth stands before the step's title and takes this much from each of its lines. */
export const STAR_WIDTH = 20;
/** "frontstage" under a lane's title. */
export const LANE_CAPTION_HEIGHT = 16;

/** How far the curve moves for one degree of emotion; +2 and -2 keep a margin to the edges of their row. */
export const EMOTION_DEGREE = 24;

/** A text style as far as lengths depend on it. The face is Inter everywhere. */
export interface CardFont {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: number;
}

export const TITLE_FONT: CardFont = { size: 13, lineHeight: 18, weight: 550 };
export const NOTE_FONT: CardFont = { size: 12.5, lineHeight: 17, weight: 450 };
export const STAGE_FONT: CardFont = { size: 13, lineHeight: 18, weight: 600 };
export const STEP_FONT: CardFont = { size: 13, lineHeight: 18, weight: 550 };
export const LANE_FONT: CardFont = { size: 13, lineHeight: 18, weight: 600 };

/** Where on its left and right side a card's hand-offs are centred: the middle of a card with one line. */
export const PORT_Y = 31;
/** Hand-offs that share a side of a card keep this distance, as long as the side is long enough. */
export const PORT_SPACING = 9;
/** Hand-offs that share a gutter keep this distance, as long as the gutter is wide enough. */
export const TRACK_SPACING = 4;
export const CORNER_RADIUS = 7;
/** From the tip of an arrow to its back; the line ends under it. */
export const ARROW_LENGTH = 8;
export const ARROW_WIDTH = 7;
/** The numbered mark of a gap. */
export const MARK_RADIUS = 9;
