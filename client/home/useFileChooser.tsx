import { type ReactNode, useRef } from 'react';
import { importFiles } from './importFiles.ts';

/** The browser's own dialog for choosing files, opened by a button of ours. `chooser` has to be on the page. */
export function useFileChooser(): { readonly chooser: ReactNode; choose(): void } {
  const input = useRef<HTMLInputElement>(null);
  const chooser = (
    <input
      ref={input}
      type="file"
      multiple
      accept=".csv,.tsv,.txt,.xlsx,.json,.mmd,.md,text/csv,text/tab-separated-values,text/plain"
      hidden
      aria-label="Files to import"
      onChange={(event) => {
        void importFiles([...(event.target.files ?? [])]);
        // The same file chosen again is to be imported again.
        event.target.value = '';
      }}
    />
  );
  return { chooser, choose: () => input.current?.click() };
}
