import { CORE_WORDS } from '../gaps/coreWords.ts';
import type { Metric, Stage } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** A number that stands above all others, and where it is measured. */
export interface CoreNumber {
  readonly label: string;
  /** What it is made as where nobody measures it yet: of what kind, and of which part of the journey. */
  readonly begin: { readonly kind: Metric['kind']; readonly lifecycle: Stage['lifecycle'] };
  /** The most telling first: of the whole stage before a step, of a step before one touchpoint, then the newest. */
  readonly metrics: readonly Metric[];
}

/** What customers say in one number, by the words it goes by. */
const VOICE = [
  ['NPS', /\b(nps|net promoter)\b/i],
  ['CSAT', /\b(csat|satisfaction)\b/i],
  ['CES', /\b(ces|customer effort|effort score|effort \(ces\))\b/i],
  ['First-contact resolution', /\b(fcr|first[- ](contact|call) resolution)\b/i],
] as const;

/** The four core numbers, also those nobody measures, and those of the customers' voice that are there. */
export function coreNumbers({ metrics }: MapSnapshot): readonly CoreNumber[] {
  const named = (words: RegExp) => metrics.list.filter(({ title }) => words.test(title)).sort(byTelling);
  const core = CORE_WORDS.map(([name, words]) => ({ label: capital(name), begin: BEGIN[name], metrics: named(words) }));
  const voice = VOICE.map(([label, words]) => ({ label, begin: SAID, metrics: named(words) }));
  return [...core, ...voice.filter((number) => number.metrics.length > 0)];
}

const SAID = { kind: 'customer', lifecycle: 'service' } as const;
const BEGIN = {
  attrition: { kind: 'behavioural', lifecycle: 'dismissal' },
  acquisition: { kind: 'behavioural', lifecycle: 'sales' },
  profitability: { kind: 'financial', lifecycle: 'service' },
  'growth index': { kind: 'financial', lifecycle: 'service' },
} as const satisfies Record<(typeof CORE_WORDS)[number][0], CoreNumber['begin']>;

const capital = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`;

const SCOPE = { stage: 0, step: 1, touchpoint: 2 } as const;

function byTelling(a: Metric, b: Metric): number {
  const hasValue = Number(b.values.length > 0) - Number(a.values.length > 0);
  const scope = (a.on ? SCOPE[a.on.kind] : 3) - (b.on ? SCOPE[b.on.kind] : 3);
  const [dateA, dateB] = [a.values.at(-1)?.date ?? '', b.values.at(-1)?.date ?? ''];
  return hasValue || scope || (dateA === dateB ? 0 : dateA < dateB ? 1 : -1);
}
