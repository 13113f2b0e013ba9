import { type AnsweredFinding, gapsWithAnswers } from '../gaps/answers.ts';
import type { Finding } from '../gaps/findGaps.ts';
import { moneyAtStake } from '../gaps/moneyAtStake.ts';
import { named } from '../gaps/words.ts';
import { emotionOf } from '../model/emotion.ts';
import type { FindingId, PersonId, StepId } from '../model/ids.ts';
import { signed, valueText } from '../model/inWords.ts';
import { missOf, newestValue, type Tone, toneOf } from '../model/measurement.ts';
import { outlineOf } from '../model/outline.ts';
import type { Handoff, Metric, Step } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** What somebody with two minutes is told about a map: the same words on a phone, on paper and in a slide. */
export interface ExecutiveSummary {
  readonly title: string;
  /** "Current state" or "Future state". */
  readonly state: string;
  /** One or two sentences: what is broken, and where the customer feels it. */
  readonly headline: string;
  /** Three numbers, the ones that say most on this map. Fewer only where the map is nearly empty. */
  readonly figures: readonly Figure[];
  /** The steps where it feels best and worst; null while nobody rated any, and `low` where nothing is below neutral. */
  readonly high: FeltStep | null;
  readonly low: FeltStep | null;
  /** What to fix first, the worst first. The same gap at several places is one of them: a list of five says five things. */
  readonly fixes: readonly FixFirst[];
  /** Open gaps that none of `fixes` speaks of. */
  readonly furtherGaps: number;
}

export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly tone: Tone;
}

export interface FeltStep {
  readonly step: StepId;
  readonly title: string;
  readonly value: number;
}

/** A gap with who answers for it, in words. */
export interface FixFirst {
  readonly id: FindingId;
  /** As it stands on the map. */
  readonly number: number;
  readonly severity: Finding['severity'];
  readonly title: string;
  /** Also says how many more are like it. */
  readonly message: string;
  /** Gaps of the same kind elsewhere, in the same hands. */
  readonly alike: number;
  /** Who it is assigned to, else who owns the first initiative that answers it; null while nobody does. */
  readonly owner: { readonly person: PersonId; readonly name: string } | null;
  /** "in progress", "planned", ...; '' without an initiative. */
  readonly status: string;
  /** ISO day, or null. */
  readonly due: string | null;
  readonly initiative: string | null;
}

/** Findings an executive is shown; the list in the editor has all of them. */
const FIXES = 5;

/** What a map says at a glance. `findings` are those of `findGaps`, ranked; what was dismissed does not count. */
export function executiveSummary(map: MapSnapshot, findings: readonly Finding[]): ExecutiveSummary {
  const open = gapsWithAnswers(map, findings).filter(({ answer }) => answer.status !== 'dismissed');
  const felt = feltSteps(map);
  const handoffs = drawnHandoffs(map);
  const broken = brokenHandoffIds(open);
  const low = extreme(felt, (a, b) => a.value < b.value);
  const unhappy = low !== null && low.value < 0 ? low : null;
  const fixes = fixesOf(map, open).slice(0, FIXES);
  const isBroken = handoffs.filter(({ id }) => broken.has(id)).length;
  return {
    title: map.meta.title.trim() || 'Untitled map',
    state: map.meta.state === 'current' ? 'Current state' : 'Future state',
    headline: headlineOf(map, { handoffs: handoffs.length, broken: isBroken, open, low }),
    figures: figuresOf(map, open, { handoffs: handoffs.length, broken: isBroken, low }),
    high: extreme(felt, (a, b) => a.value > b.value),
    low: unhappy,
    fixes,
    furtherGaps: open.length - fixes.reduce((sum, { alike }) => sum + 1 + alike, 0),
  };
}

/** Ids of the hand-offs that a gap says are broken. A low gap is an improvement, not a break. */
export function brokenHandoffIds(gaps: readonly Pick<Finding, 'severity' | 'items'>[]): ReadonlySet<string> {
  const breaks = gaps.filter(({ severity, items }) => severity !== 'low' && items[0]?.kind === 'handoff');
  return new Set(breaks.flatMap(({ items }) => items.flatMap(({ kind, id }) => (kind === 'handoff' ? [id] : []))));
}

interface Situation {
  readonly handoffs: number;
  readonly broken: number;
  readonly low: FeltStep | null;
}

function headlineOf(
  map: MapSnapshot,
  { handoffs, broken, open, low }: Situation & { readonly open: readonly AnsweredFinding[] },
): string {
  if (outlineOf(map).steps.length === 0) return 'Nothing is drawn on this map yet.';
  const high = open.filter(({ severity }) => severity === 'high').length;
  const breaks =
    broken > 0
      ? `${capital(inWords(broken))} of ${inWords(handoffs)} hand-offs ${broken === 1 ? 'breaks' : 'break'}.`
      : high > 0
        ? `${capital(inWords(high))} high ${high === 1 ? 'gap is' : 'gaps are'} open.`
        : handoffs > 0
          ? `${handoffs === 1 ? 'The one hand-off holds' : `All ${inWords(handoffs)} hand-offs hold`}.`
          : 'No high gap is open.';
  return `${breaks} ${feelingOf(low, broken + high > 0)}`;
}

function feelingOf(low: FeltStep | null, isBroken: boolean): string {
  if (low === null) return 'Nobody has said yet how the customer feels.';
  if (low.value >= 0) return 'The customer never feels worse than neutral.';
  const place = named({ title: low.title });
  return isBroken ? `The customer feels it most at ${place}.` : `The customer feels worst at ${place}.`;
}

/** Money, gaps and the customer metric furthest from its target; others stand in where the map does not know these. */
function figuresOf(map: MapSnapshot, open: readonly AnsweredFinding[], { handoffs, broken, low }: Situation): Figure[] {
  const touchpoints = map.touchpoints.list.filter(({ place }) => outlineOf(map).isPlaced(place));
  const owned = touchpoints.filter(({ owner }) => owner !== null && map.people.has(owner)).length;
  const candidates: (Figure | null)[] = [
    moneyFigure(map, open),
    gapFigure(map, open),
    metricFigure(map),
    handoffs === 0
      ? null
      : { value: `${broken}/${handoffs}`, label: 'hand-offs broken', tone: broken > 0 ? 'bad' : 'good' },
    low === null
      ? null
      : {
          value: signed(low.value),
          label: `at the lowest point, ${named({ title: low.title })}`,
          tone: low.value < 0 ? 'bad' : 'good',
        },
    touchpoints.length === 0
      ? null
      : {
          value: `${owned}/${touchpoints.length}`,
          label: 'touchpoints have an owner',
          tone: owned < touchpoints.length ? 'bad' : 'good',
        },
  ];
  return candidates.filter((figure) => figure !== null).slice(0, 3);
}

function moneyFigure(map: MapSnapshot, open: readonly AnsweredFinding[]): Figure | null {
  const year = moneyAtStake(open) * 12;
  return year > 0 ? { value: shortMoney(year, map.meta.currency), label: 'a year at stake', tone: 'plain' } : null;
}

/** "£412k", "€1.2m": enough for a headline, with the letters of the editor. */
export function shortMoney(amount: number, currency: string): string {
  const sign = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  const [size, letter] = [[1e9, 'bn'] as const, [1e6, 'm'] as const, [1e3, 'k'] as const].find(
    ([least]) => Math.abs(amount) >= least * 0.9995,
  ) ?? [1, ''];
  const scaled = amount / size;
  const text =
    Math.abs(scaled) < 10 && letter !== '' ? String(Math.round(scaled * 10) / 10) : String(Math.round(scaled));
  const unit = sign ?? currency;
  return `${unit}${/[A-Za-z]$/.test(unit) ? '\u00a0' : ''}${text}${letter}`;
}

function gapFigure(map: MapSnapshot, open: readonly AnsweredFinding[]): Figure {
  const high = open.filter(({ severity }) => severity === 'high');
  const owned = high.filter((gap) => ownerOf(map, gap) !== null).length;
  if (high.length > 0) {
    const label = `high ${high.length === 1 ? 'gap' : 'gaps'}, ${owned === 0 ? 'none' : owned} owned`;
    return { value: String(high.length), label, tone: 'bad' };
  }
  return { value: String(open.length), label: open.length === 1 ? 'gap, not high' : 'gaps, none high', tone: 'good' };
}

/** The customer metric that misses its target most; else one that meets it. */
function metricFigure(map: MapSnapshot): Figure | null {
  const known = map.metrics.list.flatMap((metric) => {
    const value = newestValue(metric);
    if (value === null || metric.kind === 'operational') return [];
    return [{ metric, value, miss: missOf(metric) ?? Number.NEGATIVE_INFINITY }];
  });
  const isCustomer = (metric: Metric) => (metric.kind === 'customer' ? 1 : 0);
  const [first] = known.sort((a, b) => isCustomer(b.metric) - isCustomer(a.metric) || b.miss - a.miss);
  if (first === undefined) return null;
  const { metric, value } = first;
  const target = metric.target === null ? '' : `, target ${valueText(metric.target, metric.unit)}`;
  return { value: valueText(value, metric.unit), label: `${metric.title.trim()}${target}`, tone: toneOf(metric) };
}

/** The worst gap of each kind, with how many more of it there are: those that nobody answers, and those of each answer. */
function fixesOf(map: MapSnapshot, open: readonly AnsweredFinding[]): FixFirst[] {
  const kinds = new Map<string, { readonly worst: AnsweredFinding; alike: number }>();
  for (const gap of open) {
    if (gap.number === null) continue;
    const answer = gap.answer.status === 'assigned' ? `${gap.answer.to} ${gap.answer.due}` : '';
    const kind = [gap.rule, gap.severity, answer, ...gap.initiatives].join(' ');
    const known = kinds.get(kind);
    if (known) known.alike++;
    else kinds.set(kind, { worst: gap, alike: 0 });
  }
  return [...kinds.values()].flatMap(({ worst, alike }) => fixOf(map, worst, alike) ?? []);
}

function fixOf(map: MapSnapshot, gap: AnsweredFinding, alike: number): FixFirst | null {
  if (gap.number === null) return null;
  const more = alike === 0 ? '' : ` ${capital(inWords(alike))} more ${alike === 1 ? 'is' : 'are'} like it.`;
  const initiative = map.initiatives.get(gap.initiatives[0] ?? '');
  const { id, number, severity, title, message, answer } = gap;
  return {
    id,
    number,
    severity,
    title,
    message: `${message}${more}`,
    alike,
    owner: ownerOf(map, gap),
    status: initiative === undefined ? '' : statusWords[initiative.status],
    due: (answer.status === 'assigned' ? answer.due : null) ?? initiative?.due ?? null,
    initiative: initiative?.title.trim() || null,
  };
}

const statusWords = {
  idea: 'an idea',
  planned: 'planned',
  doing: 'in progress',
  done: 'done',
  dropped: 'dropped',
} as const;

function ownerOf(map: MapSnapshot, { answer, initiatives }: AnsweredFinding): FixFirst['owner'] {
  const asked =
    answer.status === 'assigned' ? [answer.to] : initiatives.map((id) => map.initiatives.get(id)?.owner ?? null);
  for (const id of asked) {
    const person = id === null ? undefined : map.people.get(id);
    if (person !== undefined) return { person: person.id, name: person.name.trim() || 'Somebody without a name' };
  }
  return null;
}

/** Where a step feels worst for somebody: an average would hide it. */
function feltSteps(map: MapSnapshot): FeltStep[] {
  return outlineOf(map).steps.flatMap((step) => {
    const value = worstOf(step);
    return value === null ? [] : [{ step: step.id, title: step.title, value }];
  });
}

const worstOf = (step: Step): number | null =>
  step.emotions.length === 0
    ? emotionOf(step)
    : step.emotions.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY);

/** The first of those that nothing beats. */
function extreme(felt: readonly FeltStep[], beats: (a: FeltStep, b: FeltStep) => boolean): FeltStep | null {
  return felt.reduce<FeltStep | null>((best, one) => (best === null || beats(one, best) ? one : best), null);
}

function drawnHandoffs(map: MapSnapshot): Handoff[] {
  const { isPlaced } = outlineOf(map);
  const isDrawn = (id: string | null) => isPlaced(map.touchpoints.get(id ?? '')?.place ?? null);
  return map.handoffs.list.filter(({ from, to }) => isDrawn(from) && isDrawn(to));
}

const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const inWords = (count: number): string => words[count] ?? String(count);
const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
