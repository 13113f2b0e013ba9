import type { InitiativeId } from '../model/ids.ts';
import type { GapAnswer } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { stillDismissed } from './facts.ts';
import type { Finding } from './findGaps.ts';

/** A finding with what people did about it. */
export interface AnsweredFinding extends Finding {
  /** Its place in the list, as it stands on the map; null for what was dismissed. */
  readonly number: number | null;
  readonly answer: GapAnswer;
  /** Why it was dismissed once, where its facts have changed since and it is open again. */
  readonly dismissedOnce: string | null;
  /** Initiatives that name it; dropped ones answer nothing. */
  readonly initiatives: readonly InitiativeId[];
}

const OPEN: GapAnswer = { status: 'open' };

/** Joins the answers kept in the map. What was dismissed stands last and has no number. */
export function gapsWithAnswers(map: MapSnapshot, findings: readonly Finding[]): readonly AnsweredFinding[] {
  const initiatives = new Map<string, InitiativeId[]>();
  for (const { id, gaps, status } of map.initiatives.list) {
    if (status === 'dropped') continue;
    for (const gap of gaps) initiatives.set(gap, [...(initiatives.get(gap) ?? []), id]);
  }
  const answered = findings.map((finding) => ({
    ...finding,
    ...answerTo(finding, map.gapStates.get(finding.id)?.answer ?? OPEN),
    initiatives: initiatives.get(finding.id) ?? [],
  }));
  const isDismissed = ({ answer }: { answer: GapAnswer }) => answer.status === 'dismissed';
  return [
    ...answered.filter((finding) => !isDismissed(finding)).map((finding, index) => ({ ...finding, number: index + 1 })),
    ...answered.filter(isDismissed).map((finding) => ({ ...finding, number: null })),
  ];
}

/** What was dismissed comes back by itself when it is about something else now: 38% was dismissed, not 12%. */
function answerTo(finding: Finding, answer: GapAnswer): Pick<AnsweredFinding, 'answer' | 'dismissedOnce'> {
  const isOver = answer.status === 'dismissed' && !stillDismissed(finding, answer);
  return isOver ? { answer: OPEN, dismissedOnce: answer.reason } : { answer, dismissedOnce: null };
}
