import type { SaidThread } from '../../../shared/export/commentTable.ts';
import type { ExportRequest } from '../../../shared/export/exportMap.ts';
import type { Format } from '../../../shared/export/formats.ts';
import type { PageMode, PartName } from '../../../shared/export/options.ts';
import { USUAL_PARTS } from '../../../shared/export/options.ts';
import type { SheetName } from '../../../shared/export/sheet.ts';

/** What is chosen in the dialog. */
export interface Choices {
  readonly format: Format;
  readonly mode: PageMode;
  readonly sheet: SheetName;
  readonly include: readonly PartName[];
  readonly grey: boolean;
  readonly transparent: boolean;
}

export const usualChoices = (language: string): Choices => ({
  format: 'pdf',
  mode: 'poster',
  // Where Letter is the paper in the printer, its larger sister is, too.
  sheet: /-(US|CA|MX|PH|CO|CL)$/i.test(language) ? 'tabloid' : 'a3',
  include: USUAL_PARTS,
  grey: false,
  transparent: false,
});

export const formatChoices: readonly { readonly value: Format; readonly label: string; readonly says: string }[] = [
  { value: 'pdf', label: 'PDF', says: 'To print and to send. Every word can be searched.' },
  { value: 'pptx', label: 'PowerPoint', says: 'The whole, each stage, gaps and priorities, as shapes to edit.' },
  { value: 'xlsx', label: 'Excel', says: 'One sheet a kind. Can be imported again without loss.' },
  { value: 'png', label: 'PNG', says: 'The whole map as a picture, sharp on any screen.' },
  { value: 'svg', label: 'SVG', says: 'The whole map as a picture without pixels.' },
  { value: 'csv', label: 'CSV', says: 'The touchpoints as a table. Can be imported again.' },
  { value: 'json', label: 'JSON', says: 'Everything on the map, to keep or to import again.' },
  { value: 'md', label: 'Markdown', says: 'An outline to paste into a wiki or a ticket.' },
  { value: 'mermaid', label: 'Mermaid', says: 'A user journey for diagrams written as text.' },
];

export const modeChoices: readonly { readonly value: PageMode; readonly label: string }[] = [
  { value: 'poster', label: 'Poster: all on one page' },
  { value: 'width', label: 'As wide as the page, over several pages' },
  { value: 'stages', label: 'One stage a page' },
  { value: 'executive', label: 'Two pages for a board' },
];

export const sheetChoices: readonly { readonly value: SheetName; readonly label: string }[] = [
  { value: 'a4', label: 'A4' },
  { value: 'a3', label: 'A3' },
  { value: 'a2', label: 'A2' },
  { value: 'a1', label: 'A1' },
  { value: 'a0', label: 'A0' },
  { value: 'letter', label: 'Letter' },
  { value: 'tabloid', label: 'Tabloid' },
];

/** What else can be shown; `pages`: where there are pages for it. */
const partChoices: readonly { readonly value: PartName; readonly label: string; readonly pages: boolean }[] = [
  { value: 'curve', label: 'Emotion curve', pages: false },
  { value: 'gaps', label: 'Gaps', pages: false },
  { value: 'metrics', label: 'Metrics', pages: false },
  { value: 'cover', label: 'Cover', pages: true },
  { value: 'metricList', label: 'List of metrics', pages: true },
  { value: 'handoffs', label: 'Hand-off matrix', pages: true },
  { value: 'initiatives', label: 'Initiatives', pages: true },
  { value: 'personas', label: 'Personas', pages: true },
  { value: 'comments', label: 'Comments', pages: true },
];

/** What can be shown or left out in a file of this kind. */
export function partChoicesOf({ format, mode }: Choices): typeof partChoices {
  switch (format) {
    case 'pdf':
      return mode === 'executive' ? [] : partChoices;
    case 'png':
    case 'svg':
      return partChoices.filter(({ pages }) => !pages);
    case 'xlsx':
    case 'md':
      return partChoices.filter(({ value }) => value === 'comments');
    default:
      return [];
  }
}

/** What the painters are asked for. */
export function requestOf(choices: Choices, date: string, comments: readonly SaidThread[]): ExportRequest {
  const { format, mode, sheet, include, grey, transparent } = choices;
  const isPicture = format === 'png' || format === 'svg';
  const hasComments = include.includes('comments') && partChoicesOf(choices).some(({ value }) => value === 'comments');
  return {
    format,
    date,
    include,
    ...(hasComments ? { comments } : {}),
    ...(format === 'pdf' ? { mode, sheet, grey } : {}),
    ...(isPicture ? { grey, transparent } : {}),
  };
}
