import { create } from 'zustand';
import { useMapSession } from '../../session/SessionContext.tsx';
import { toast } from '../../ui/toasts.ts';
import { saveFile } from './saveFile.ts';

/** One export at a time, whichever menu it was asked from. */
const useBusy = create<{ readonly busy: boolean }>(() => ({ busy: false }));

/** Exports the map as it is at the moment of asking, as a file for this computer. */
export function useExport(): { readonly busy: boolean; exportPdf(): Promise<void> } {
  const session = useMapSession();
  const busy = useBusy((state) => state.busy);
  const exportPdf = async () => {
    if (useBusy.getState().busy) return;
    useBusy.setState({ busy: true });
    try {
      const { map } = session.store.getState();
      // The painters and their fonts are large; only who exports loads them.
      const { exportMapPdf } = await import('../../export/exportMapPdf.ts');
      saveFile(await exportMapPdf(map), `${fileName(map.meta.title)}.pdf`);
    } catch {
      toast('The PDF could not be made. The map is unharmed. Try again; if it fails again, load the page anew.', {
        tone: 'problem',
      });
    } finally {
      useBusy.setState({ busy: false });
    }
  };
  return { busy, exportPdf };
}

/** Without the characters that some system forbids in file names. */
const fileName = (title: string): string =>
  title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100) || 'Map';
