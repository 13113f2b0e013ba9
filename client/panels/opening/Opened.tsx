import { Suspense } from 'react';
import { useSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Editor } from '../Editor.tsx';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Skeleton.tsx';

// Whoever gets the map has no use for it.
const Refused = lazyPart(() => import('./Refused.tsx'));

/** The map, or why it cannot be shown and what to do about it. */
export function Opened({ onRetry }: { readonly onRetry: () => void }) {
  const opening = useSession((session) => session.opening);
  switch (opening.status) {
    case 'loading':
      return <Skeleton />;
    case 'open':
      return <Editor />;
    case 'unreachable':
      return (
        <Notice
          title="The server cannot be reached"
          text="This browser keeps no copy of this map that it may show without the server. The page goes on trying and opens the map as soon as it can."
        >
          <Button look="primary" onClick={onRetry}>
            Try now
          </Button>
        </Notice>
      );
    case 'refused':
      return (
        <Suspense fallback={<Skeleton />}>
          <Refused why={opening.why} onRetry={onRetry} />
        </Suspense>
      );
    default:
      return opening satisfies never;
  }
}
