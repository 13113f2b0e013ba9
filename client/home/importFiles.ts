import { create } from 'zustand';
import { importMap } from '../http/maps.ts';
import { mapPath, navigate } from '../ui/route.ts';
import { keepReport } from './importReports.ts';
import { refreshMaps } from './mapsStore.ts';

/** What became of one file. */
export type Imported =
  | { readonly status: 'waiting'; readonly name: string }
  | { readonly status: 'running'; readonly name: string }
  | { readonly status: 'done'; readonly name: string; readonly id: string; readonly warnings: number }
  | {
      readonly status: 'refused';
      readonly name: string;
      readonly message: string;
      /** A table whose columns people could still explain. */
      readonly table: File | null;
    };

/** The files of the last import, in the order they were given; none when nothing is shown. */
export const useImports = create<{ readonly files: readonly Imported[] }>(() => ({ files: [] }));

export const dismissImports = (): void => useImports.setState({ files: [] });

/**
 * Imports files one after the other. A single one that works opens as a map; of several one reads first what became
 * of each, as one does when something was refused.
 */
export async function importFiles(files: readonly File[]): Promise<void> {
  const busy = useImports.getState().files.some(({ status }) => status === 'waiting' || status === 'running');
  if (busy || files.length === 0) return;
  useImports.setState({ files: files.map(({ name }) => ({ status: 'waiting', name })) });
  for (const [index, file] of files.entries()) {
    setFile(index, { status: 'running', name: file.name });
    setFile(index, await importOne(file));
  }
  await refreshMaps('maps');
  const [only, ...others] = useImports.getState().files;
  if (only?.status === 'done' && others.length === 0) {
    dismissImports();
    navigate(mapPath(only.id));
  }
}

async function importOne(file: File): Promise<Imported> {
  const answer = await importMap(file, titleFrom(file.name));
  if (answer.status === 'failed') {
    const table = answer.error === 'unknown_columns' ? file : null;
    return { status: 'refused', name: file.name, message: answer.message, table };
  }
  const { id, warnings } = answer.value;
  keepReport(id, warnings);
  return { status: 'done', name: file.name, id, warnings: warnings.length };
}

const setFile = (index: number, imported: Imported): void =>
  useImports.setState(({ files }) => ({ files: files.with(index, imported) }));

/** "business-bank-onboarding.csv" is called "Business bank onboarding". */
export function titleFrom(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  const title = words || 'Imported map';
  return (title.charAt(0).toUpperCase() + title.slice(1)).slice(0, 300);
}
