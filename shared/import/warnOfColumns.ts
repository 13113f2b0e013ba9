import { cleanTitle } from './cells.ts';
import type { Heading } from './columns.ts';
import { NO_DEPARTMENT, NO_STAGE } from './readRows.ts';
import { short } from './row.ts';
import type { WarningList } from './warnings.ts';

/** What a heading lacks, said once instead of in every row, and what it has that means nothing to us. */
export function warnOfColumns(heading: Heading, warnings: WarningList): void {
  const has = (column: 'stage' | 'step' | 'department' | 'touchpoint') => heading.columns.includes(column);
  const warn = (message: string, name: string | null = null) =>
    warnings.add(heading.index + 1, name, name ?? '', message);

  if (!has('stage')) warn(`There is no column “Stage”: all steps are in one stage, “${NO_STAGE}”.`);
  if (!has('step') && (has('touchpoint') || has('department'))) {
    warn('There is no column “Step”: every stage has one step of the same name.');
  }
  if (!has('touchpoint') && has('department')) {
    warn('There is no column “Touchpoint”: touchpoints are named like their steps.');
  }
  if (!has('department') && has('touchpoint')) {
    warn(`There is no column “Department”: all touchpoints are in one lane, “${NO_DEPARTMENT}”.`);
  }
  heading.columns.forEach((column, index) => {
    const name = cleanTitle(heading.cells[index] ?? '');
    if (column !== null || name === '') return;
    warn(
      `The column “${short(name)}” means nothing to us (or is there twice). Its cells are in the descriptions.`,
      name,
    );
  });
}
