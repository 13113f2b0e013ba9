import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './DropArea.module.css';
import { importFiles } from './importFiles.ts';

/** The whole page takes files that are dropped and tables that are pasted. */
export function DropArea() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child fires before leaving its parent, so the page is left when all entries are.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const show = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    const listeners = {
      dragenter: (event: DragEvent) => hasFiles(event) && show(depth + 1),
      dragleave: (event: DragEvent) => hasFiles(event) && show(depth - 1),
      dragover: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        show(0);
        void importFiles([...(event.dataTransfer?.files ?? [])]);
      },
      paste: (event: ClipboardEvent) => {
        if (isTyping(event.target)) return;
        const files = pastedFiles(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        void importFiles(files);
      },
    };
    const entries = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of entries) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles.area} aria-hidden>
      <div className={styles.words}>
        <FileUp size={22} />
        Drop to import
      </div>
    </div>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

function pastedFiles(data: DataTransfer | null): readonly File[] {
  if (!data) return [];
  if (data.files.length > 0) return [...data.files];
  const text = data.getData('text/plain');
  return text.trim() ? [new File([text], 'Pasted table', { type: 'text/csv' })] : [];
}
