import { type Outline, outlineOf } from '../model/outline.ts';
import type { Lane, Note, Step, Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { CardBox, ColumnBox, LaneBox, MapLayout, MeasureLines, NoteBox, StageBox } from './mapLayout.ts';
import { reuse, reuseItems, reuseList } from './share.ts';
import * as size from './sizes.ts';

/** A card with its neighbourhood: what a hand-off must know to find its way out and in. */
export interface Slot {
  readonly box: CardBox;
  /** Position among all cards. */
  readonly ordinal: number;
  readonly column: number;
  readonly row: number;
  /** Position in its cell, from the top. */
  readonly index: number;
  /** Nothing stands above it in its cell. */
  readonly first: boolean;
  /** Nothing stands under it in its cell. */
  readonly last: boolean;
}

/** Columns, rows and what stands in the cells. */
export interface Grid {
  readonly stages: readonly StageBox[];
  readonly columns: readonly ColumnBox[];
  readonly lanes: readonly LaneBox[];
  readonly cards: readonly CardBox[];
  readonly notes: readonly NoteBox[];
  readonly slots: ReadonlyMap<string, Slot>;
  /** How much of a cell is filled, measured from its top; 0 for an empty one. By `row * columns + column`. */
  readonly filled: readonly number[];
}

interface Cell {
  readonly touchpoints: readonly Touchpoint[];
  readonly notes: readonly Note[];
  readonly heights: readonly number[];
}

/** Lanes that are not shown in full: only their name, or not at all. */
export type LaneLooks = ReadonlyMap<string, 'folded' | 'hidden'>;

/** Stands every card and note of a map in its cell; lanes begin at `top`. What is folded away or hidden has no place. */
export function gridOf(
  map: MapSnapshot,
  measure: MeasureLines,
  top: number,
  previous: MapLayout | undefined,
  looks: LaneLooks = new Map(),
): Grid {
  const outline = outlineOf(map);
  const { stages, columns } = columnsOf(outline);
  const shown = outline.lanes.filter(({ id }) => looks.get(id) !== 'hidden');
  const cells = shown.map((lane) =>
    columns.map((column) => (looks.has(lane.id) ? EMPTY : cellOf(outline, measure, column, lane))),
  );
  const lanes: LaneBox[] = [];
  let y = top;
  for (const [row, lane] of shown.entries()) {
    const folded = looks.has(lane.id);
    const least = folded ? size.FOLDED_LANE_HEIGHT : leastHeight(lane, cells[row] ?? [], measure);
    const height = folded ? least : Math.max(least, lane.height ?? 0);
    lanes.push({ id: lane.id, y, height, least });
    y += height;
  }
  return {
    stages: reuseItems(previous?.stages, stages, (stage) => stage.id),
    columns: reuseItems(previous?.columns, columns, (column) => `${column.stage} ${column.step}`),
    lanes: reuseItems(previous?.lanes, lanes, (lane) => lane.id),
    ...fillCells(cells, columns, lanes, previous),
  };
}

function columnsOf(outline: Outline): { stages: StageBox[]; columns: ColumnBox[] } {
  const stages: StageBox[] = [];
  const columns: ColumnBox[] = [];
  let x = 0;
  for (const { stage, steps } of outline.stages) {
    const start = x;
    const add = (step: Step | null) => {
      const width = Math.max(size.COLUMN_WIDTH, step?.width ?? 0);
      columns.push({ stage: stage.id, step: step?.id ?? null, x, width });
      x += width;
    };
    for (const step of steps) add(step);
    if (steps.length === 0) add(null);
    stages.push({ id: stage.id, x: start, width: x - start });
  }
  return { stages, columns };
}

const EMPTY: Cell = { touchpoints: [], notes: [], heights: [] };

function cellOf(outline: Outline, measure: MeasureLines, { step, width: column }: ColumnBox, lane: Lane): Cell {
  if (step === null) return EMPTY;
  const touchpoints = outline.touchpointsIn(step, lane.id);
  const notes = outline.notesIn(step, lane.id);
  if (touchpoints.length + notes.length === 0) return EMPTY;
  const width = size.textWidthIn(size.cardWidthIn(column));
  const heights = [
    ...touchpoints.map(({ title }) => cardHeight(measure(title, size.TITLE_FONT, width) * size.TITLE_FONT.lineHeight)),
    ...notes.map(
      ({ text }) => measure(text, size.NOTE_FONT, width) * size.NOTE_FONT.lineHeight + 2 * size.CARD_PADDING,
    ),
  ];
  return { touchpoints, notes, heights };
}

const cardHeight = (title: number) => title + 2 * size.CARD_PADDING + size.META_ROW_GAP + size.META_ROW_HEIGHT;

const stackHeight = (heights: readonly number[]) =>
  heights.reduce((sum, height) => sum + height + size.CARD_GAP, -size.CARD_GAP);

/** A lane is at least as high as its fullest cell, and as its own title in the header. */
function leastHeight(lane: Lane, cells: readonly Cell[], measure: MeasureLines): number {
  const titleWidth = size.LANE_HEADER_WIDTH - 2 * size.LANE_PADDING_X;
  const header =
    measure(lane.title, size.LANE_FONT, titleWidth) * size.LANE_FONT.lineHeight +
    size.LANE_CAPTION_HEIGHT +
    2 * size.LANE_PADDING_Y;
  let height = Math.max(size.LANE_MIN_HEIGHT, header);
  for (const { heights } of cells) height = Math.max(height, stackHeight(heights) + 2 * size.CELL_MARGIN_Y);
  return height;
}

function fillCells(
  cells: readonly (readonly Cell[])[],
  columns: readonly ColumnBox[],
  lanes: readonly LaneBox[],
  previous: MapLayout | undefined,
): Pick<Grid, 'cards' | 'notes' | 'slots' | 'filled'> {
  const cards: CardBox[] = [];
  const notes: NoteBox[] = [];
  const slots = new Map<string, Slot>();
  const filled: number[] = new Array(columns.length * lanes.length).fill(0);
  for (const [column, { step, x: left, width: across }] of columns.entries()) {
    if (step === null) continue;
    const width = size.cardWidthIn(across);
    const x = left + size.CELL_MARGIN_X;
    for (const [row, lane] of lanes.entries()) {
      const cell = cells[row]?.[column] ?? EMPTY;
      let y = lane.y + size.CELL_MARGIN_Y;
      for (const [index, height] of cell.heights.entries()) {
        const touchpoint = cell.touchpoints[index];
        const note = cell.notes[index - cell.touchpoints.length];
        if (touchpoint) {
          const titled = height - cardHeight(0);
          const fresh = { id: touchpoint.id, step, lane: lane.id, x, y, width, height, titleHeight: titled };
          const box = reuse<CardBox>(previous?.cardById.get(touchpoint.id), fresh);
          cards.push(box);
          slots.set(box.id, {
            box,
            ordinal: cards.length,
            column,
            row,
            index,
            first: index === 0,
            last: index === cell.heights.length - 1,
          });
        } else if (note) {
          const fresh = { id: note.id, step, lane: lane.id, x, y, width, height };
          notes.push(reuse<NoteBox>(previous?.noteById.get(note.id), fresh));
        }
        y += height + size.CARD_GAP;
      }
      if (cell.heights.length > 0) filled[row * columns.length + column] = y - size.CARD_GAP - lane.y;
    }
  }
  return { cards: reuseList(previous?.cards, cards), notes: reuseList(previous?.notes, notes), slots, filled };
}
