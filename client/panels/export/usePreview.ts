import { useEffect, useRef, useState } from 'react';
import type { ExportRequest } from '../../../shared/export/exportMap.ts';
import { makePreview } from '../../export/exporter.ts';
import type { Preview, SentMap } from '../../export/exportMessages.ts';

export type Previewed =
  | { readonly status: 'working'; readonly preview: Preview | null }
  | { readonly status: 'shown'; readonly preview: Preview }
  | { readonly status: 'failed'; readonly reason: string; readonly preview: null };

/** So long somebody may go on choosing before a preview is begun, in milliseconds. */
const PAUSE = 120;

/** What the file will look like; while another preview is made, the one before it stays. */
export function usePreview(sent: SentMap, request: ExportRequest, page: number): Previewed {
  const [previewed, setPreviewed] = useState<Previewed>({ status: 'working', preview: null });
  const asked = useRef('');
  const key = JSON.stringify([request, page]);
  asked.current = key;
  useEffect(() => {
    const leaving = new AbortController();
    setPreviewed(({ preview }) => ({ status: 'working', preview }));
    const [wanted, number] = JSON.parse(key) as [ExportRequest, number]; // what `key` was made from
    const timer = setTimeout(() => {
      makePreview(sent, wanted, number, leaving.signal).then(
        (preview) => setPreviewed({ status: 'shown', preview }),
        (error: unknown) => {
          if (leaving.signal.aborted) return;
          setPreviewed({
            status: 'failed',
            reason: error instanceof Error ? error.message : String(error),
            preview: null,
          });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [sent, key]);
  return previewed;
}
