import type { GapAnswer } from '../model/records.ts';
import type { Finding } from './findGaps.ts';
import { digest } from './findingId.ts';

/** A short word for what a finding says, without names and without order: it changes when the facts do. */
export function factsOf({ items, departments, facts }: Pick<Finding, 'items' | 'departments' | 'facts'>): string {
  const told = facts ?? [...items.map(({ kind, id }) => `${kind}/${id}`).sort(), ...[...departments].sort()];
  return digest(JSON.stringify(told));
}

/** Whether a dismissal still speaks of this finding; one that kept no facts speaks of it for ever. */
export const stillDismissed = (finding: Finding, answer: GapAnswer): boolean =>
  answer.status === 'dismissed' && (answer.facts === undefined || answer.facts === factsOf(finding));
