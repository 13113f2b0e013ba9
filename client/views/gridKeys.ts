import type { KeyboardEvent } from 'react';

const FIELDS = 'input, select, textarea, button';
const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * A table is filled in as a spreadsheet is: Enter takes what was typed and goes to the row below, Ctrl with an arrow to the
 * next cell that way. Arrows alone belong to the field.
 */
export function onGridKey(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td, th') : null;
  const table = cell?.closest('table');
  if (!cell || !table || event.nativeEvent.isComposing) return;
  // In a list that suggests, Enter takes the suggestion.
  const typed =
    event.target instanceof HTMLInputElement && event.target.matches(':not([type=checkbox], [role=combobox])');
  const down = event.key === 'Enter' && typed && !event.shiftKey;
  const step = down ? STEPS.ArrowDown : event.ctrlKey || event.metaKey ? STEPS[event.key] : undefined;
  if (!step || event.defaultPrevented) return;
  const next = fieldBeside(table, cell, step);
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement && next.type !== 'checkbox') next.select();
}

/** The next field that way; cells without one are passed over. */
function fieldBeside(
  table: HTMLTableElement,
  cell: HTMLTableCellElement,
  [rows, cells]: readonly [number, number],
): HTMLElement | null {
  const row = cell.closest('tr');
  const all = [...table.querySelectorAll('tbody > tr')];
  let [y, x] = [all.indexOf(row as HTMLTableRowElement), cell.cellIndex];
  for (;;) {
    y += rows;
    x += cells;
    const beside = (all[y] as HTMLTableRowElement | undefined)?.cells[x];
    if (!beside) return null;
    const field = beside.querySelector<HTMLElement>(FIELDS);
    if (field && !field.matches(':disabled')) return field;
  }
}
