import { useRef } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';

interface Kept {
  readonly words: string;
  readonly finding: AnsweredFinding;
}

/**
 * The rules make new findings at every change of the map. Those that read the same stay the same objects here, so that
 * typing renders the rows that changed and not the whole list. Fixes hold functions and are looked up when they are run.
 */
export function useKept(findings: readonly AnsweredFinding[]): readonly AnsweredFinding[] {
  const kept = useRef<ReadonlyMap<string, Kept>>(new Map());
  const next = new Map(
    findings.map((finding): [string, Kept] => {
      const { fix, ...rest } = finding;
      const words = JSON.stringify([rest, fix?.kind, fix?.label]);
      const old = kept.current.get(finding.id);
      return [finding.id, old?.words === words ? old : { words, finding }];
    }),
  );
  kept.current = next;
  return [...next.values()].map(({ finding }) => finding);
}
