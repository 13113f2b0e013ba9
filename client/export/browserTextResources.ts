import type { TextResources } from '../../shared/text/engine.ts';

/** The folder of fonts and shaping engine, set by the build (see `exportFilesPlugin`). */
declare const __EXPORT_FILES__: string;

/** Fonts and shaping for exports made in a browser; works in a page and in a worker. */
export function browserTextResources(): TextResources {
  const load = async (name: string): Promise<Response> => {
    const response = await fetch(`${import.meta.env.BASE_URL}${__EXPORT_FILES__}/${name}`);
    if (!response.ok) throw new Error(`${name} could not be loaded (${response.status}).`);
    return response;
  };
  return {
    loadFile: async (name) => new Uint8Array(await (await load(name)).arrayBuffer()),
    async instantiate(imports) {
      const wasm = await (await load('harfbuzz.wasm')).arrayBuffer();
      const { instance } = await WebAssembly.instantiate(wasm, imports);
      return instance.exports;
    },
  };
}
