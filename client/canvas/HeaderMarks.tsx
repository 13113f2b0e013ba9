import { type ComponentType, lazy, Suspense } from 'react';
import type { Pin } from '../talk/pins.ts';
import { useTalk } from '../talk/talkStore.ts';
import { GapMark } from './GapMark.tsx';
import type { HeaderItem } from './moveHeader.ts';
import { useMark } from './useMarks.ts';

const CommentPin = lazy<ComponentType<{ readonly pin: Pin }>>(() =>
  import('./CommentPin.tsx').catch(() => ({ default: () => null })),
);

/** The gap of a stage, step or lane, and what is said about it, in its header. */
export function HeaderMarks({ item }: { readonly item: HeaderItem }) {
  const place = `${item.kind}/${item.id}`;
  const mark = useMark(place);
  const pin = useTalk((state) => state.pins.get(place));
  return (
    <>
      {pin && (
        <Suspense>
          <CommentPin pin={pin} />
        </Suspense>
      )}
      {mark && <GapMark mark={mark} />}
    </>
  );
}
