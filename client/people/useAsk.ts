import { useState } from 'react';
import type { Answer } from '../http/request.ts';

/** One question to the server at a time, and what it said when it refused. */
export function useAsk(): {
  readonly busy: boolean;
  readonly problem: string | null;
  /** Answers the value, or null when it was refused; then `problem` says why. */
  ask<T>(question: () => Promise<Answer<T>>): Promise<{ readonly value: T } | null>;
  setProblem(problem: string | null): void;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    busy,
    problem,
    setProblem,
    async ask(question) {
      setBusy(true);
      setProblem(null);
      const answer = await question();
      setBusy(false);
      if (answer.status === 'done') return { value: answer.value };
      setProblem(answer.message);
      return null;
    },
  };
}
