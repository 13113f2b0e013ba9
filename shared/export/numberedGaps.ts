import { type AnsweredFinding, gapsWithAnswers } from '../gaps/answers.ts';
import type { Finding } from '../gaps/findGaps.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** A gap with the number that stands on the map and in the list. */
export interface NumberedGap extends AnsweredFinding {
  readonly number: number;
}

export interface ListedGaps {
  readonly numbered: readonly NumberedGap[];
  /** Listed with their reasons, so that nobody asks the same question again; not marked on the map. */
  readonly dismissed: readonly AnsweredFinding[];
}

/** Findings, ranked as they come, with the answers people gave and the numbers the page shows too. */
export function listGaps(map: MapSnapshot, findings: readonly Finding[]): ListedGaps {
  const numbered: NumberedGap[] = [];
  const dismissed: AnsweredFinding[] = [];
  for (const gap of gapsWithAnswers(map, findings)) {
    const { number } = gap;
    if (number === null) dismissed.push(gap);
    else numbered.push({ ...gap, number });
  }
  return { numbered, dismissed };
}

/** Who answers for a gap and with what, in words; '' while nobody does. */
export function answerInWords(map: MapSnapshot, { answer, initiatives }: AnsweredFinding): string {
  const words: string[] = [];
  if (answer.status === 'assigned') {
    const person = map.people.get(answer.to)?.name ?? 'somebody who is gone';
    words.push(`Assigned to ${person}${answer.due === null ? '' : `, due ${answer.due}`}`);
  }
  if (answer.status === 'dismissed') words.push(`Dismissed: ${answer.reason.trim() || 'no reason given'}`);
  for (const id of initiatives) words.push(`Answered by \u201c${map.initiatives.get(id)?.title ?? ''}\u201d`);
  return words.join('  \u00b7  ');
}
