import { useView } from '../canvas/viewStore.ts';
import { IN_OUTLINE, itemAt, type OutlineAction, rowsNow } from './outlineAt.ts';
import { moveRow } from './outlineMoves.ts';
import type { OutlineRow } from './outlineRows.ts';
import { goToRow, openStage, useOutline } from './outlineStore.ts';

/** Going from line to line, and moving lines. */
export const outlineWalks: readonly OutlineAction[] = [
  {
    id: 'outline.walk',
    label: 'Go to the line above or below; into a stage and out of it',
    ...IN_OUTLINE,
    keys: ['Arrows'],
    needs: 'viewer',
    keyOnly: true,
    run: ({ canvas, event }) => event !== null && walk(rowsNow(canvas.session), event.key),
  },
  {
    id: 'outline.extend',
    label: 'Select the line above or below, too',
    ...IN_OUTLINE,
    keys: ['Shift+Arrows'],
    needs: 'viewer',
    keyOnly: true,
    run({ canvas, event }) {
      const rows = rowsNow(canvas.session);
      const by = { ArrowUp: -1, ArrowDown: 1 }[event?.key ?? ''];
      const at = rows.findIndex(({ key }) => key === useOutline.getState().current);
      // Buttons that add stand between the lines.
      let to = by ? at + by : at;
      while (by && rows[to] && !rows[to]?.item) to += by;
      if (by && rows[to]) goToRow(rows[to]?.key ?? null, true);
      return by !== undefined;
    },
  },
  {
    id: 'outline.ends',
    label: 'Go to the first or the last line',
    ...IN_OUTLINE,
    keys: ['Home', 'End'],
    needs: 'viewer',
    keyOnly: true,
    run: ({ canvas, event }) => event !== null && walk(rowsNow(canvas.session), event.key),
  },
  {
    id: 'outline.leave',
    label: 'Select nothing: the details are those of the map',
    ...IN_OUTLINE,
    keys: ['Esc'],
    needs: 'viewer',
    keyOnly: true,
    run() {
      useView.getState().select([]);
      return true;
    },
  },
  {
    id: 'outline.move',
    label: 'Move the line up or down',
    ...IN_OUTLINE,
    keys: ['Alt+Arrows'],
    needs: 'editor',
    keyOnly: true,
    run(at) {
      const by = { ArrowUp: -1, ArrowDown: 1 }[at.event?.key ?? ''] as -1 | 1 | undefined;
      const item = itemAt(at);
      if (by && item) moveRow(at.canvas.session, item, by);
      return by !== undefined && item !== null;
    },
  },
];

function walk(rows: readonly OutlineRow[], key: string): boolean {
  const { current } = useOutline.getState();
  const at = rows.findIndex((row) => row.key === current);
  const row = rows[at];
  if (!row) return false;
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[key];
  if (next !== undefined) {
    goToRow(rows[next]?.key ?? null);
    return true;
  }
  if (key === 'ArrowLeft') {
    if (row.parent) goToRow(row.parent);
    else if (row.item?.kind === 'stage') openStage(row.item.id, 'closed');
    return true;
  }
  if (key === 'ArrowRight') {
    const child = rows[at + 1];
    if (row.item?.kind === 'stage') openStage(row.item.id, 'open');
    if (child?.parent === row.key) goToRow(child.key);
    return true;
  }
  return false;
}
