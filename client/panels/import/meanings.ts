import { columnHeads } from '../../../shared/export/csv/columnHeads.ts';
import { ROW_MEANINGS, type RowMeaning } from '../../../shared/import/canvas/rowMeaning.ts';
import { COLUMNS, type Column } from '../../../shared/import/columns.ts';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

const columnWords: Readonly<Record<Column, string>> = { ...columnHeads, pain: 'Pain', idea: 'Idea' };

/** What a column of a list can mean. */
export const columnChoices: readonly Choice<Column | 'none'>[] = [
  { value: 'none', label: 'Into the description' },
  ...COLUMNS.map((value) => ({ value, label: columnWords[value] })),
];

const rowWords: Readonly<Record<RowMeaning, string>> = {
  stage: 'Stages',
  step: 'Steps',
  description: 'Into the steps’ description',
  emotion: 'Emotion',
  belief: 'Belief',
  quote: 'Quote',
  momentOfTruth: 'Moment of truth',
  touchpoint: 'Touchpoints',
  department: 'Department of the touchpoints',
  owner: 'Owner of the touchpoints',
  channel: 'Channel of the touchpoints',
  systems: 'Systems of the touchpoints',
  metrics: 'Metrics',
  pain: 'Pains',
  idea: 'Ideas',
};

/** What a row can mean where steps are columns. */
export const rowChoices: readonly Choice<RowMeaning | 'none'>[] = [
  ...ROW_MEANINGS.map((value) => ({ value, label: rowWords[value] })),
  { value: 'none', label: 'Leave it out' },
];
