import { useLayoutEffect, useRef, useState } from 'react';

export interface Draft {
  readonly text: string;
  /** Why the text was not taken; it stays in the field to be corrected. */
  readonly error: string | null;
  setText(text: string): void;
  /** Takes what was typed, on Enter or when the field is left. */
  commit(): void;
  /** Forgets what was typed. */
  revert(): void;
}

interface DraftOptions {
  /** What the field shows when nobody types in it. */
  readonly shown: string;
  /** Takes the text, or says why not. */
  readonly take: (text: string) => string | null;
  /** A field that goes away while something unfit stands in it cannot keep it; then this is told why. */
  readonly onLost?: (reason: string) => void;
}

/**
 * What somebody types into a field before it counts. A click on the canvas can take the field away before it loses
 * the focus, so going away commits, too.
 */
export function useDraft({ shown, take, onLost }: DraftOptions): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef({ draft, take, onLost });
  latest.current = { draft, take, onLost };

  // Before the effects of the page around it end, one of which closes the map.
  useLayoutEffect(
    () => () => {
      const last = latest.current;
      const reason = last.draft === null ? null : last.take(last.draft);
      if (reason) last.onLost?.(reason);
    },
    [],
  );

  const settle = (next: string | null, reason: string | null) => {
    // At once, not at the next rendering: Enter and the blur behind it must not both commit.
    latest.current = { ...latest.current, draft: next };
    setDraft(next);
    setError(reason);
  };
  return {
    text: draft ?? shown,
    error,
    setText: (text) => settle(text, null),
    revert: () => settle(null, null),
    commit() {
      const { draft: typed } = latest.current;
      if (typed === null) return;
      const reason = typed === shown ? null : take(typed);
      settle(reason === null ? null : typed, reason);
    },
  };
}
