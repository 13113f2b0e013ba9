import type { Metric } from '../model/records.ts';
import type { FieldsOf } from '../model/writeRecord.ts';

/** What is known of a metric from its words; what it measures and its order come from its place in the table. */
export interface MetricDraft extends Omit<FieldsOf<'metrics'>, 'title'> {
  readonly title: string;
}

type Target = Pick<Metric, 'target' | 'unit'> & Partial<Pick<Metric, 'better'>>;

/** The metrics of a cell. They are separated by `;`; commas belong to a metric's own words. */
export const readMetrics = (cell: string): MetricDraft[] =>
  cell
    .split(/[;\n]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map(readMetric);

const TARGET = /^target:?\s*(?<sign>[<>≤≥]=?|at least|at most|under|over|below|above|max\.?|min\.?)?\s*(?<amount>.+)$/i;
const NOT_MEASURED = /^current(ly)?:? (is )?(not measured|unknown|not known|none)$/i;

/**
 * Only what is said in so many words becomes a number: `first-time completeness, target >80%, current not measured`.
 * Everything else stays in the title, since a wrong number is worse than a wordy name.
 */
function readMetric(text: string): MetricDraft {
  const [title = text, ...clauses] = text.split(/, (?=target\b|current)/i);
  let target: Target | null = null;
  const kept = [title];
  for (const clause of clauses) {
    const found: Target | null = target === null ? readTarget(clause) : null;
    if (found) target = found;
    // No value is how a metric that is not measured is kept.
    else if (!NOT_MEASURED.test(clause.trim())) kept.push(clause);
  }
  const name = kept.join(', ');
  return { title: name, kind: kindOf(name), better: betterOf(name), ...target };
}

function readTarget(clause: string): Target | null {
  const groups = TARGET.exec(clause.trim())?.groups;
  const amount = /^(\p{Sc})?\s*(-?\d+(?:[.,]\d+)?)\s*([^\d<>]{0,40})$/u.exec(groups?.amount ?? '');
  // "1,200" may be a thousand or a little more than one: whoever reads the title will know.
  if (!amount || /[.,]\d{3}$/.test(amount[2] ?? '')) return null;
  const unit = (amount[1] ?? amount[3] ?? '').trim();
  const value = { target: Number((amount[2] ?? '').replace(',', '.')), unit };
  const sign = groups?.sign?.toLowerCase().replace('.', '');
  if (!sign) return value;
  return { ...value, better: ['<', '<=', '≤', 'at most', 'under', 'below', 'max'].includes(sign) ? 'lower' : 'higher' };
}

const CUSTOMER =
  /\b(csat|nps|ces|fcr|satisfaction|recommend|net promoter|customer effort|first[- ](contact|call) resolution|complaints?)\b/i;
const BEHAVIOURAL =
  /\b(attrition|churn|retention|repeat purchases?|conversion|returns|return rate|renewals?|drop-?outs?)\b/i;
const FINANCIAL = /\b(revenue|costs?|fees?|profit|profitability|margin|price|sales value|turnover)\b/i;

function kindOf(title: string): Metric['kind'] {
  if (/^(staff|employee)\b/i.test(title)) return 'operational';
  if (CUSTOMER.test(title)) return 'customer';
  if (BEHAVIOURAL.test(title)) return 'behavioural';
  return FINANCIAL.test(title) ? 'financial' : 'operational';
}

const LESS_IS_BETTER =
  /\b(time|times|wait|waits|waiting|duration|delays?|costs?|fees?|complaints?|churn|attrition|errors?|disputes?|drop-?outs?|effort|ces)\b/i;

const betterOf = (title: string): Metric['better'] => (LESS_IS_BETTER.test(title) ? 'lower' : 'higher');
