import { useRef } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';

/**
 * The rules make new findings at every change of the map. Those that read the same stay the same objects here, so that
 * typing renders the rows that changed and not the whole list. Fixes hold functions and are looked up when they are run.
 */
export function useKept(findings: readonly AnsweredFinding[]): readonly AnsweredFinding[] {
  const kept = useRef(new Map<string, { readonly words: string; readonly finding: AnsweredFinding }>());
  const before = useRef<{ readonly from: readonly AnsweredFinding[]; readonly to: readonly AnsweredFinding[] }>(null);
  if (before.current?.from === findings) return before.current.to;
  const next: typeof kept.current = new Map();
  for (const finding of findings) {
    const { fix, ...rest } = finding;
    const words = JSON.stringify([rest, fix?.kind, fix?.label]);
    const old = kept.current.get(finding.id);
    next.set(finding.id, old?.words === words ? old : { words, finding });
  }
  kept.current = next;
  const to = [...next.values()].map(({ finding }) => finding);
  before.current = { from: findings, to };
  return to;
}
