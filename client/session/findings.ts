import { useMemo } from 'react';
import { type AnsweredFinding, gapsWithAnswers } from '../../shared/gaps/answers.ts';
import { findGaps, gapsInSteps } from '../../shared/gaps/findGaps.ts';
import { isoToday } from '../../shared/model/day.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { mapAsChosen, mapFor, usePersona } from '../views/chosenPersona.ts';
import { useCalmMap, workOutBefore } from './calmMap.ts';

// The rules: a part of the page that comes after the map is drawn. What is drawn at once asks `useLateFindings`.

const findings = new WeakMap<MapSnapshot, { readonly day: string; readonly found: readonly AnsweredFinding[] }>();

/** The gaps of a snapshot with what people did about them, ranked; computed once for each day and snapshot. */
export function findingsOf(map: MapSnapshot): readonly AnsweredFinding[] {
  const day = isoToday(new Date());
  const known = findings.get(map);
  if (known?.day === day) return known.found;
  const found = gapsWithAnswers(map, findGaps(map, day));
  findings.set(map, { day, found });
  return found;
}

/** The same in small pieces, for the next who asks. */
function* findInSteps(map: MapSnapshot): Generator<undefined, void> {
  const day = isoToday(new Date());
  if (findings.get(map)?.day === day) return;
  const found = yield* gapsInSteps(map, day);
  findings.set(map, { day, found: gapsWithAnswers(map, found) });
}

workOutBefore((map) => findInSteps(mapAsChosen(map)));

/**
 * The gaps of the map, as the chosen persona lives through it. They follow when there is a pause: what somebody types
 * is on screen before the rules have looked at it.
 */
export function useFindings(): readonly AnsweredFinding[] {
  const map = useCalmMap();
  const persona = usePersona();
  return useMemo(() => findingsOf(mapFor(map, persona)), [map, persona]);
}
