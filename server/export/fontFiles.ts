import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Where the packages keep the files that the font manifest names. */
const woff2Files: Readonly<Record<string, string>> = {
  'Inter-Regular': 'inter-ui/web/Inter-Regular.woff2',
  'Inter-SemiBold': 'inter-ui/web/Inter-SemiBold.woff2',
};

/** The names of the fonts that a build turns from WOFF 2 to TrueType. */
export const convertedFonts: readonly string[] = Object.keys(woff2Files);

/** The decoder answers with a view of its own memory, so each font is copied out before the next one is begun. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Turns a packed font of a package to TrueType. Only a build, a test or a server that was never built does this: the
 * decoder is a development dependency. Rejects for a name that is not in the list.
 */
export function convertFont(name: string): Promise<Uint8Array> {
  const work = turn.then(async () => {
    const file = woff2Files[name];
    if (file === undefined) throw new Error(`No font is called ${name}`);
    // The package has no types.
    const decompress: (woff2: Uint8Array) => Promise<Uint8Array> = require('wawoff2/decompress.js');
    return (await decompress(await readFile(require.resolve(file)))).slice();
  });
  turn = work.catch(() => undefined);
  return work;
}
