import { EVERYONE } from '../../model/emotion.ts';
import { type Outline, outlineOf } from '../../model/outline.ts';
import { EVIDENCE, type Lane, type Metric, type Stage, type Step, type Touchpoint } from '../../model/records.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';
import { columnHeads } from './columnHeads.ts';
import { csvFile } from './csvFile.ts';
import { metricText } from './metricText.ts';

type Head = keyof typeof columnHeads;
type Row = Partial<Record<Head, string>>;
const order = Object.keys(columnHeads) as readonly Head[];

/**
 * The touchpoints as a table, one a row, in the form that import reads. It holds what such a table can: notes, people's
 * roles, dates, initiatives, answers to gaps and whatever is in the tray have no column.
 */
export function paintCsv(map: MapSnapshot): string {
  const outline = outlineOf(map);
  const measured = metricsByItem(map);
  const stepRows = outline.stages.flatMap(({ stage, steps }) => {
    if (steps.length === 0) return [{ stage: stage.title, lifecycle: stage.lifecycle }];
    return steps.flatMap((step) => rowsOfStep(map, outline, measured, stage, step));
  });
  const rows = [...laneRows(outline, stepRows), ...stepRows];
  return csvFile([order.map((head) => columnHeads[head]), ...rows.map((row) => order.map((head) => row[head] ?? ''))]);
}

/** Lanes come in the order in which rows name them; where that is not theirs, rows of their own say it first. */
function laneRows({ departments }: Outline, rows: readonly Row[]): Row[] {
  const named = [...new Set(rows.flatMap(({ department }) => department ?? []))];
  const titles = departments.map(({ title }) => title);
  if (titles.every((title, index) => title === named[index])) return [];
  return departments.map((lane) => ({ department: lane.title, visibility: lane.visibility }));
}

function rowsOfStep(
  map: MapSnapshot,
  outline: Outline,
  measured: ReadonlyMap<string, readonly Metric[]>,
  stage: Stage,
  step: Step,
): Row[] {
  const where = { stage: stage.title, lifecycle: stage.lifecycle, step: step.title };
  const touchpoints = outline.departments.flatMap((lane) =>
    outline
      .touchpointsIn(step.id, lane.id)
      .map((touchpoint) => touchpointRow(map, outline, measured, lane, touchpoint)),
  );
  const felt = experienceRows(map, step);
  const ownWords = { description: step.description, metrics: metricsOf(measured, step.id) };
  // A step's own description and metrics would be read as those of the touchpoint beside them.
  const needsRow = touchpoints.length === 0 || ownWords.description !== '' || ownWords.metrics !== '';
  const [first = {}, ...further] = felt;
  const rows = needsRow
    ? [{ ...first, ...ownWords }, ...touchpoints]
    : touchpoints.map((row, index) => (index === 0 ? { ...first, ...row } : row));
  return [...rows, ...further].map((row) => ({ ...where, ...row }));
}

/** What a step is like: first for everyone, then a row for every persona that was asked. */
function experienceRows(map: MapSnapshot, step: Step): Row[] {
  const ofAll = {
    belief: step.belief === null ? '' : String(step.belief),
    quote: step.quote,
    momentOfTruth: step.momentOfTruth ? 'yes' : '',
  };
  const row = (persona: string): Row => ({
    emotion: String(step.emotions.find((emotion) => emotion.persona === persona)?.value ?? ''),
    evidence: EVIDENCE.filter((kind) => evidenceOf(step, persona).includes(kind)).join(', '),
  });
  const rated = [...step.emotions, ...step.evidence].map(({ persona }) => persona);
  const personas = map.personas.list.filter(({ id }) => rated.includes(id));
  return [{ ...ofAll, ...row(EVERYONE) }, ...personas.map(({ id, name }) => ({ persona: name, ...row(id) }))];
}

const evidenceOf = (step: Step, persona: string) =>
  step.evidence.find((evidence) => evidence.persona === persona)?.kinds ?? [];

function touchpointRow(
  map: MapSnapshot,
  outline: Outline,
  measured: ReadonlyMap<string, readonly Metric[]>,
  lane: Lane,
  touchpoint: Touchpoint,
): Row {
  const { id, owner, systems, customersPerMonth, costEach, moneyEach } = touchpoint;
  const handoffs = map.handoffs.list.filter(
    ({ from, to }) => from === id && outline.isPlaced(map.touchpoints.get(to ?? '')?.place ?? null),
  );
  const informed = handoffs.map(({ information, carries }) => information ?? piece(carries));
  return {
    department: lane.title,
    visibility: lane.visibility,
    touchpoint: touchpoint.title,
    description: touchpoint.description,
    channel: touchpoint.channel,
    owner: map.people.get(owner ?? '')?.name ?? '',
    systems: systems.map(piece).join(' | '),
    customersPerMonth: amount(customersPerMonth),
    costEach: amount(costEach),
    moneyEach: amount(moneyEach),
    metrics: metricsOf(measured, id),
    handsOffTo: handoffs.map(({ to }) => piece(map.touchpoints.get(to ?? '')?.title ?? '')).join(' | '),
    information: informed.some((words) => words !== '') ? informed.join(' | ') : '',
  };
}

/** One of several in a cell: bars and lines separate them. */
const piece = (text: string) => text.replace(/\s+/g, ' ').replace(/(?<= )\|(?= )/g, '/');

/** Import takes three digits after a sign for thousands, and no exponents. */
function amount(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  if (/e/.test(text)) return value.toFixed(4);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function metricsByItem(map: MapSnapshot): ReadonlyMap<string, readonly Metric[]> {
  const byItem = new Map<string, Metric[]>();
  for (const metric of map.metrics.list) {
    const key = metric.on?.id;
    if (key !== undefined) byItem.set(key, [...(byItem.get(key) ?? []), metric]);
  }
  return byItem;
}

const metricsOf = (measured: ReadonlyMap<string, readonly Metric[]>, id: string): string =>
  (measured.get(id) ?? []).map(metricText).join('; ');
