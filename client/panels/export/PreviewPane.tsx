import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './ExportDialog.module.css';
import type { Previewed } from './usePreview.ts';

interface PreviewPaneProps {
  readonly previewed: Previewed;
  readonly onPage: (page: number) => void;
  /** What is said where there is nothing to see. */
  readonly instead: string;
}

/** The file before it is made: a page of it, or how its text begins. */
export function PreviewPane({ previewed, onPage, instead }: PreviewPaneProps) {
  const { preview, status } = previewed;
  const url = useObjectUrl(preview?.kind === 'page' ? preview.png : null);
  if (previewed.status === 'failed') {
    return (
      <div className={styles.preview} role="alert">
        <p className={styles.instead}>There is no preview. {previewed.reason}</p>
      </div>
    );
  }
  return (
    <div className={styles.preview} aria-busy={status === 'working'}>
      {preview?.kind === 'page' && url !== null && (
        <>
          <div className={styles.paperRoom}>
            <img
              className={styles.paper}
              src={url}
              srcSet={`${url} ${preview.density}x`}
              decoding="async"
              width={preview.width}
              height={preview.height}
              alt={preview.pages === 1 ? 'Preview' : `Preview of page ${preview.page + 1}`}
            />
          </div>
          {preview.pages > 1 && (
            <div className={styles.pager}>
              <IconButton
                label="Previous page"
                icon={<ChevronLeft size={16} aria-hidden />}
                disabled={preview.page === 0}
                onClick={() => onPage(preview.page - 1)}
              />
              <span aria-live="polite">
                Page {preview.page + 1} of {preview.pages}
              </span>
              <IconButton
                label="Next page"
                icon={<ChevronRight size={16} aria-hidden />}
                disabled={preview.page + 1 >= preview.pages}
                onClick={() => onPage(preview.page + 1)}
              />
            </div>
          )}
        </>
      )}
      {preview?.kind === 'text' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable for the arrow keys
        <section className={styles.text} tabIndex={0} aria-label="How the file begins">
          <pre>
            {preview.text}
            {!preview.whole && '\n\u2026'}
          </pre>
        </section>
      )}
      {preview?.kind === 'none' && <p className={styles.instead}>{instead}</p>}
      {status === 'working' && (
        <div className={styles.working}>
          <Spinner />
        </div>
      )}
    </div>
  );
}

/** An address for a picture that exists only here. */
function useObjectUrl(png: Uint8Array<ArrayBuffer> | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (png === null) return setUrl(null);
    const made = URL.createObjectURL(new Blob([png], { type: 'image/png' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [png]);
  return url;
}
