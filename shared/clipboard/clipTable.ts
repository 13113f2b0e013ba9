import { guardFormula } from '../import/formulas.ts';
import type { Place } from '../model/records.ts';
import type { Clip } from './clip.ts';

/** Named as the import of tables names them, so that a table goes there and back. */
const HEADING = [
  'Stage',
  'Step',
  'Department',
  'Touchpoint',
  'Channel',
  'Owner',
  'Systems',
  'Customers a month',
  'Cost each',
  'Money each',
  'Description',
  'Hands off to',
] as const;

type Cells = Partial<Record<(typeof HEADING)[number], string>>;

/** What was copied as a table for spreadsheets: one row a touchpoint or note; a step that holds none has a row, too. */
export function clipTable(clip: Clip): string {
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    new Map<string, T>(list.map((x) => [x.id, x]));
  const [stages, people, cards] = [byId(clip.stages), byId(clip.people), byId(clip.touchpoints)];
  const rows: Cells[] = clip.steps.flatMap((step) => {
    const where = { Stage: stages.get(step.stage ?? '')?.title ?? '', Step: step.title };
    const at = (lane: string) => (item: { readonly place: Place | null }) =>
      item.place?.step === step.id && item.place.lane === lane;
    const own = clip.lanes.flatMap((lane): Cells[] => [
      ...clip.touchpoints.filter(at(lane.id)).map((touchpoint) => ({
        ...where,
        Department: lane.title,
        Touchpoint: touchpoint.title,
        Channel: touchpoint.channel,
        Owner: people.get(touchpoint.owner ?? '')?.name ?? '',
        Systems: touchpoint.systems.join('; '),
        'Customers a month': numeral(touchpoint.customersPerMonth),
        'Cost each': numeral(touchpoint.costEach),
        'Money each': numeral(touchpoint.moneyEach),
        Description: touchpoint.description,
        'Hands off to': clip.handoffs
          .filter(({ from }) => from === touchpoint.id)
          .map(({ to }) => cards.get(to ?? '')?.title ?? '')
          .join('; '),
      })),
      ...clip.notes.filter(at(lane.id)).map(({ text }) => ({ ...where, Department: lane.title, Touchpoint: text })),
    ]);
    return own.length > 0 || clip.unit === 'cards' ? own : [where];
  });
  const used = HEADING.filter((name) => name === 'Touchpoint' || rows.some((row) => row[name]));
  return [used, ...rows.map((row) => used.map((name) => cellOf(row[name] ?? '')))]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
}

const numeral = (value: number | null) => (value === null ? '' : String(value));

/** Spreadsheets read quoted cells as one, and compute nothing that begins with an apostrophe. */
function cellOf(text: string): string {
  const cell = guardFormula(text);
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
