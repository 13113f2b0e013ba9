import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { TextResources } from '../../shared/text/engine.ts';
import type { WasmImports } from '../../shared/text/harfbuzz.ts';
import { packagedFile, shapingEngine } from './exportFiles.ts';

/** Set by the build (see `exportFilesPlugin`); undefined where sources run as they are. */
declare const __EXPORT_FILES__: string;

/** Node has WebAssembly; its types for Node 20 do not. */
const webAssembly: {
  instantiate(bytes: Uint8Array<ArrayBuffer>, imports: WasmImports): Promise<{ instance: { exports: object } }>;
} = Reflect.get(globalThis, 'WebAssembly');

/** A build puts the files beside the page; the bundle, or a chunk of it, looks there. Sources have no such folder. */
const builtFolders =
  typeof __EXPORT_FILES__ === 'string'
    ? ['../client', '../../client'].map((path) => join(import.meta.dirname, path, __EXPORT_FILES__))
    : [];

/** Fonts and shaping for exports made in Node: by the API, the command line and tests. */
export function nodeTextResources(): TextResources {
  const loadFile = (name: string): Promise<Uint8Array> => {
    const built = builtFolders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    return built === undefined ? packagedFile(name) : readFile(built);
  };
  return {
    loadFile,
    inflate: (packed) => inflateSync(packed),
    async instantiate(imports) {
      const { instance } = await webAssembly.instantiate(new Uint8Array(await loadFile(shapingEngine)), imports);
      return instance.exports;
    },
  };
}
