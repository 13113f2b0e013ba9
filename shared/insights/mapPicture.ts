import { gapsWithAnswers } from '../gaps/answers.ts';
import { findGaps } from '../gaps/findGaps.ts';
import { emotionOf } from '../model/emotion.ts';
import { outlineOf } from '../model/outline.ts';
import type { Step } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** A map in the size of a stamp. */
export interface MapPicture {
  /** How the customer feels along the way, -2 to +2; null where nobody said. */
  readonly curve: readonly (number | null)[];
  /** Gaps that are open; what was dismissed does not count. */
  readonly gaps: number;
}

/** More points than this nobody can tell apart on a stamp. */
const POINTS = 48;

/** What the list of maps draws of each. `today` is an ISO day. */
export function mapPicture(map: MapSnapshot, today: string): MapPicture {
  const open = gapsWithAnswers(map, findGaps(map, today)).filter(({ answer }) => answer.status !== 'dismissed');
  return { curve: thinned(outlineOf(map).steps.map(feelingAt)), gaps: open.length };
}

/** As everybody feels; where only kinds of customers were rated, as the unhappiest of them does. */
const feelingAt = (step: Step): number | null =>
  emotionOf(step) ?? step.emotions.reduce<number | null>((least, { value }) => Math.min(least ?? value, value), null);

/** The lowest of neighbours stands for them: an average would hide what matters. */
function thinned(curve: readonly (number | null)[]): readonly (number | null)[] {
  if (curve.length <= POINTS) return curve;
  return Array.from({ length: POINTS }, (_, i) => {
    const some = curve.slice(Math.floor((i * curve.length) / POINTS), Math.floor(((i + 1) * curve.length) / POINTS));
    const rated = some.filter((value) => value !== null);
    return rated.length > 0 ? Math.min(...rated) : null;
  });
}
