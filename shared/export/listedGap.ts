import type { ItemRef } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

export type GapSeverity = 'high' | 'medium' | 'low';

export const severities: readonly GapSeverity[] = ['high', 'medium', 'low'];

/** A gap as exports show it: what was found, in the words of its rule. They come in the order of their rank. */
export interface ListedGap {
  readonly id: string;
  readonly severity: GapSeverity;
  readonly title: string;
  readonly message: string;
  /** Lanes of the departments concerned. */
  readonly departments: readonly string[];
  /** What it is about, the most telling item first. */
  readonly items: readonly ItemRef[];
}

/** A gap with the number that stands on the map and in the list. */
export interface NumberedGap extends ListedGap {
  readonly number: number;
}

/** Numbers gaps from 1 in the order of the list: by severity, and by rank within one. */
export function numberGaps(gaps: readonly ListedGap[]): NumberedGap[] {
  const ordered = severities.flatMap((severity) => gaps.filter((gap) => gap.severity === severity));
  return ordered.map((gap, index) => ({ ...gap, number: index + 1 }));
}

/** Who answers for a gap, in words, or '' while nobody does. */
export function answerOf(map: MapSnapshot, gap: ListedGap): string {
  const answer = map.gapStates.get(gap.id)?.answer;
  if (answer?.status !== 'assigned') return '';
  const person = map.people.get(answer.to)?.name ?? 'somebody who is gone';
  return `Assigned to ${person}${answer.due === null ? '' : `, due ${answer.due}`}`;
}
