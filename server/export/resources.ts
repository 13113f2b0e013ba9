import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TextResources } from '../../shared/text/engine.ts';
import type { WasmImports } from '../../shared/text/harfbuzz.ts';
import { convertFont } from './fontFiles.ts';

const require = createRequire(import.meta.url);

/** Node has WebAssembly; its types for Node 20 do not. */
const webAssembly: {
  instantiate(bytes: Uint8Array<ArrayBuffer>, imports: WasmImports): Promise<{ instance: { exports: object } }>;
} = Reflect.get(globalThis, 'WebAssembly');

/** A build puts the converted fonts beside the bundle; sources have no such folder and convert what they need. */
const builtFonts = join(import.meta.dirname, 'fonts');

/** Fonts and shaping for exports made in Node: by the API, the command line and tests. */
export function nodeTextResources(): TextResources {
  return {
    async instantiate(imports) {
      const wasm = new Uint8Array(await readFile(require.resolve('harfbuzzjs/dist/harfbuzz.wasm')));
      const { instance } = await webAssembly.instantiate(wasm, imports);
      return instance.exports;
    },
    async loadFont(file) {
      const built = join(builtFonts, `${file}.ttf`);
      return existsSync(built) ? readFile(built) : convertFont(file);
    },
  };
}
