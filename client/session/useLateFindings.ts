import { useEffect, useMemo, useState } from 'react';
import type { AnsweredFinding } from '../../shared/gaps/answers.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { loadPatiently } from '../ui/loadPatiently.ts';
import { painted } from '../ui/painted.ts';
import { mapFor, usePersona } from '../views/chosenPersona.ts';
import { useCalmMap } from './calmMap.ts';

type FindingsOf = (map: MapSnapshot) => readonly AnsweredFinding[];

const NONE_YET: readonly AnsweredFinding[] = [];
let rules: FindingsOf | null = null;

/** The gaps of the map like `useFindings`, for what is drawn before the rules are there: until then there are none. */
export function useLateFindings(): readonly AnsweredFinding[] {
  const findingsOf = useRules();
  const map = useCalmMap();
  const persona = usePersona();
  return useMemo(() => findingsOf?.(mapFor(map, persona)) ?? NONE_YET, [findingsOf, map, persona]);
}

function useRules(): FindingsOf | null {
  const [loaded, setLoaded] = useState(() => rules);
  useEffect(() => {
    if (loaded) return;
    let isOver = false;
    const load = () => painted().then(() => loadPatiently(() => import('./findings.ts')));
    load().then(({ findingsOf }) => {
      rules = findingsOf;
      // A function in a function: React would call the first for the next state.
      if (!isOver) setLoaded(() => findingsOf);
    });
    return () => {
      isOver = true;
    };
  }, [loaded]);
  return loaded;
}
