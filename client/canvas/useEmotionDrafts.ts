import { useCallback, useMemo, useState } from 'react';
import { emotionY } from '../../shared/layout/emotionRow.ts';
import { useMapSession, useSession } from '../session/SessionContext.tsx';
import type { EmotionDraft } from './emotionScale.ts';

/** The points of curves that are being dragged, one's own first, and how to tell of one's own. */
export function useEmotionDrafts(): {
  readonly drafts: readonly EmotionDraft[];
  readonly setOwn: (draft: EmotionDraft | null) => void;
} {
  const { presence } = useMapSession();
  const [own, setDraft] = useState<EmotionDraft | null>(null);
  // A string, so that the others' moving cursors do not count as a change.
  const dragged = useSession(({ others }) =>
    JSON.stringify(others.flatMap(({ rating, user }) => (rating ? [{ ...rating, color: user.color }] : []))),
  );
  const drafts = useMemo(() => {
    const others: readonly EmotionDraft[] = JSON.parse(dragged);
    const inRow = others.map((draft) => ({ ...draft, y: Math.max(emotionY(2), Math.min(emotionY(-2), draft.y)) }));
    return own ? [own, ...inRow] : inRow;
  }, [own, dragged]);
  const setOwn = useCallback(
    (draft: EmotionDraft | null) => {
      setDraft(draft);
      presence.update({ rating: draft });
    },
    [presence],
  );
  return { drafts, setOwn };
}
