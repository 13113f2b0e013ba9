import type { Handoff } from '../model/records.ts';
import type { Grid, Slot } from './grid.ts';

/**
 * A strip that is free of cards, in which hand-offs run: between two columns, between two lanes, or under one card.
 * `column: 2` is the gutter before the third column; `row: 2` the one above the third lane.
 */
export type Gutter =
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'shelf'; readonly slot: Slot };

/** The way of a hand-off from gutter to gutter. Neighbouring gutters are at right angles; none at all: straight on. */
export interface Route {
  readonly handoff: Handoff;
  readonly from: Slot;
  readonly to: Slot;
  readonly exit: 'right' | 'bottom';
  readonly entry: 'left' | 'top';
  readonly gutters: readonly Gutter[];
}

type Way = Pick<Route, 'exit' | 'entry' | 'gutters'>;

const column = (index: number): Gutter => ({ kind: 'column', column: index });
const row = (index: number): Gutter => ({ kind: 'row', row: index });

/**
 * Chooses ways that leave to the right or down, enter from the left or above, and never cross a card: right of a card
 * there is always a gutter between columns, under it a shelf that leads to the gutters beside it.
 */
export function routesOf(handoffs: readonly Handoff[], grid: Grid): Route[] {
  return handoffs.flatMap((handoff) => {
    const from = handoff.from && grid.slots.get(handoff.from);
    const to = handoff.to && grid.slots.get(handoff.to);
    // Two people may have rerouted both ends onto one touchpoint; there is nothing to draw then.
    return from && to && from !== to ? [{ handoff, from, to, ...wayBetween(from, to, grid) }] : [];
  });
}

function wayBetween(from: Slot, to: Slot, grid: Grid): Way {
  if (from.column < to.column) return forward(from, to, grid);
  return from.column === to.column ? within(from, to, grid) : backward(from, to);
}

function forward(from: Slot, to: Slot, grid: Grid): Way {
  const straight = from.row === to.row && from.box.y === to.box.y && nothingBetween(from, to, grid);
  if (straight) return { exit: 'right', entry: 'left', gutters: [] };
  if (to.column === from.column + 1) return { exit: 'right', entry: 'left', gutters: [column(to.column)] };
  const out = column(from.column + 1);
  const into = column(to.column);
  if (to.row < from.row) return { exit: 'right', entry: 'left', gutters: [out, row(to.row + 1), into] };
  if (to.first) return { exit: 'right', entry: 'top', gutters: [out, row(to.row)] };
  if (to.row > from.row) return { exit: 'right', entry: 'left', gutters: [out, row(to.row), into] };
  if (from.last) return { exit: 'bottom', entry: 'left', gutters: [row(from.row + 1), into] };
  return { exit: 'right', entry: 'left', gutters: [out, row(from.row + 1), into] };
}

/** Both in one column, perhaps in one cell. */
function within(from: Slot, to: Slot, grid: Grid): Way {
  const neighbours = from.row === to.row && to.index === from.index + 1;
  if (neighbours || (to.row > from.row && from.last && to.first && nothingBetween(from, to, grid))) {
    return { exit: 'bottom', entry: 'top', gutters: [] };
  }
  return { exit: 'bottom', entry: 'left', gutters: [{ kind: 'shelf', slot: from }, column(from.column)] };
}

function backward(from: Slot, to: Slot): Way {
  if (from.last && to.row === from.row + 1 && to.first) {
    return { exit: 'bottom', entry: 'top', gutters: [row(to.row)] };
  }
  const into = column(to.column);
  if (from.last && to.row === from.row) return { exit: 'bottom', entry: 'left', gutters: [row(from.row + 1), into] };
  const out: Gutter[] = [{ kind: 'shelf', slot: from }, column(from.column)];
  if (to.first) return { exit: 'bottom', entry: 'top', gutters: [...out, row(to.row)] };
  const nearer = to.row < from.row ? to.row + 1 : to.row;
  return { exit: 'bottom', entry: 'left', gutters: [...out, row(nearer), into] };
}

/** Whether all cells between two cells of one row, or of one column, are empty. */
function nothingBetween(from: Slot, to: Slot, { filled, columns }: Grid): boolean {
  const start = from.row * columns.length + from.column;
  const end = to.row * columns.length + to.column;
  const stride = from.row === to.row ? 1 : columns.length;
  for (let cell = start + stride; cell < end; cell += stride) if (filled[cell]) return false;
  return true;
}
