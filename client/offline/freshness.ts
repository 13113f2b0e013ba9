import { create } from 'zustand';

/** Whether the server has a newer version of this page than the one that is open. */
export const useFreshness = create<{ readonly isOld: boolean }>(() => ({ isOld: false }));

/** After a restart of the server everybody comes back at once; their questions need not. */
const SPREAD_MS = 5000;
let asking: ReturnType<typeof setTimeout> | undefined;

/**
 * Looks whether this page is still the server's. To be called when the server is there again after it was not: it
 * may be another version by now, and the page may have been opened from what this browser keeps.
 */
export function askForFreshness(): void {
  if (!import.meta.env.PROD || useFreshness.getState().isOld) return;
  clearTimeout(asking);
  asking = setTimeout(() => void ask(), Math.random() * SPREAD_MS);
}

async function ask(): Promise<void> {
  const own = entryOf(document.documentElement.outerHTML);
  const served = await fetch('/', { cache: 'no-store' })
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '');
  const theirs = entryOf(served);
  if (own && theirs && own !== theirs) useFreshness.setState({ isOld: true });
}

/** The file a page begins with; its name changes with anything in the program. */
const entryOf = (html: string): string | undefined => /<script[^>]+type="module"[^>]+src="([^"]+)"/.exec(html)?.[1];
