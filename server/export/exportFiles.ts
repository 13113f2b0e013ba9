import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readSlices } from '../../shared/text/fontSlices.ts';
import { baseFamily, type FontFamily, fontFamilies } from '../../shared/text/fonts.ts';

const require = createRequire(import.meta.url);

/** The shaping engine, under the name by which both edges ask for it. */
export const shapingEngine = 'harfbuzz.wasm';

/** Where a package lies. Not every package lets its package.json be resolved, and none all of its files. */
const packageFolder = (name: string): string =>
  name === 'harfbuzzjs'
    ? join(dirname(require.resolve('harfbuzzjs/dist/harfbuzz.wasm')), '..')
    : dirname(require.resolve(`${name}/package.json`));

/** The path of a file of one of the packages in `filePackages`. */
export const packageFile = (name: string, file: string): string => join(packageFolder(name), file);

/**
 * A file that exports need, by the name the font manifest has for it, taken from the packages. A build copies all of
 * them beside the page; tests and a server that was never built ask here. Rejects for any other name.
 */
export function packagedFile(name: string): Promise<Uint8Array> {
  if (name === shapingEngine) return readFile(packageFile('harfbuzzjs', 'dist/harfbuzz.wasm'));
  const [, inter] = /^(Inter-(?:Regular|SemiBold))\.ttf$/.exec(name) ?? [];
  if (inter !== undefined) return unpackWoff2(packageFile('inter-ui', `web/${inter}.woff2`));
  const [, family, slice, weight] = /^(noto-[a-z-]+?)(?:-(\d+))?-([46]00)\.woff$/.exec(name) ?? [];
  if (family !== undefined) {
    const part = slice ?? family.replace('noto-sans-', '');
    return readFile(packageFile(`@fontsource/${family}`, `files/${family}-${part}-${weight}-normal.woff`));
  }
  const [, sliced] = /^(noto-[a-z-]+)\.json$/.exec(name) ?? [];
  if (sliced !== undefined) return readFile(packageFile(`@fontsource/${sliced}`, 'unicode.json'));
  return Promise.reject(new Error(`No file for exports is called ${name}`));
}

/** The packages the files come from. */
export const filePackages: readonly string[] = [
  'harfbuzzjs',
  'inter-ui',
  ...fontFamilies.filter((family) => family !== baseFamily).map(({ name }) => `@fontsource/${name}`),
];

/** The names of all files that exports may ask for. */
export async function exportFileNames(): Promise<string[]> {
  const fonts = await Promise.all(fontFamilies.map(filesOf));
  return [shapingEngine, ...fonts.flat()];
}

async function filesOf(family: FontFamily): Promise<string[]> {
  if (family.kind === 'whole') return Object.values(family.files);
  const { names } = readSlices(await packagedFile(family.index));
  return [family.index, ...names.map((slice) => family.file(slice))];
}

/** The decoder answers with a view of its own memory, so each font is copied out before the next one is begun. */
let turn: Promise<unknown> = Promise.resolve();

function unpackWoff2(path: string): Promise<Uint8Array> {
  const work = turn.then(async () => {
    // A development dependency, and without types.
    const decompress: (woff2: Uint8Array) => Promise<Uint8Array> = require('wawoff2/decompress.js');
    return (await decompress(await readFile(path))).slice();
  });
  turn = work.catch(() => undefined);
  return work;
}
