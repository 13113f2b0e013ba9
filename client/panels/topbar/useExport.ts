import { create } from 'zustand';
import { isoToday } from '../../../shared/model/day.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { toast } from '../../ui/toasts.ts';
import { saveFile } from './saveFile.ts';

/** How far the export is, from 0 to 1; null while there is none. One at a time, whichever menu it was asked from. */
const useProgress = create<{ readonly done: number | null }>(() => ({ done: null }));

/** Exports the map as it is at the moment of asking, as a file for this computer. */
export function useExport(): { readonly progress: number | null; exportPdf(): Promise<void> } {
  const session = useMapSession();
  const progress = useProgress((state) => state.done);
  const exportPdf = async () => {
    if (useProgress.getState().done !== null) return;
    useProgress.setState({ done: 0 });
    try {
      const { map } = session.store.getState();
      // The painters and their fonts are large; only who exports loads them.
      const { exportMapPdf } = await import('../../export/exportMapPdf.ts');
      const { findingsOf } = await import('../../session/findings.ts');
      const { blob, missing } = await exportMapPdf(map, findingsOf(map), {
        date: isoToday(new Date()),
        onProgress: (done) => useProgress.setState({ done }),
      });
      saveFile(blob, `${fileName(map.meta.title)}.pdf`);
      if (missing.length > 0) toast(missingWords(missing));
    } catch (error) {
      toast(`The PDF was not made. ${reasonOf(error)} The map itself is unharmed.`, { tone: 'problem' });
    } finally {
      useProgress.setState({ done: null });
    }
  };
  return { progress, exportPdf };
}

const missingWords = (missing: readonly string[]) =>
  `The PDF is ready. No font has ${missing.slice(0, 8).join(' ')}: in the PDF a box stands there.`;

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : 'Try again in a moment.';

/** Without the characters that some system forbids in file names. */
const fileName = (title: string): string =>
  title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100) || 'Map';
