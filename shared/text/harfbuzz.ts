/**
 * A thin binding of the HarfBuzz WebAssembly module that the harfbuzzjs package ships.
 *
 * The package's own wrapper loads its module while it is being imported and asks whether it runs in Node or in a
 * browser. Shared code may do neither, and needs seven calls out of hundreds, so it talks to the module itself; the edge
 * that knows where it runs hands in a function that instantiates it.
 */

/** One glyph as shaping left it. All lengths are font units. */
export interface ShapedGlyph {
  readonly id: number;
  /** Index of the first UTF-16 unit of the cluster this glyph belongs to. */
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** An open font, ready to shape with. */
export interface ShapingFont {
  readonly unitsPerEm: number;
  /** Whether the font has a glyph of its own for the code point. */
  has(codePoint: number): boolean;
  /** Shapes text of one direction; glyphs come in visual order, left to right. `language` is a BCP 47 tag. */
  shape(text: string, rtl: boolean, language: string): ShapedGlyph[];
}

export interface HarfBuzz {
  /** Opens a TrueType or OpenType font. It stays open as long as the module: engines keep their fonts. */
  openFont(bytes: Uint8Array): ShapingFont;
}

/** What harfbuzz.wasm wants to call: module name -> function name -> function. */
export type WasmImports = Record<string, Record<string, (...values: number[]) => number | undefined>>;

/** Instantiates harfbuzz.wasm with these imports and answers with its exports. Only an edge knows `WebAssembly`. */
export type InstantiateWasm = (imports: WasmImports) => Promise<object>;

interface HarfBuzzExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  __wasm_call_ctors(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_get_upem(face: number): number;
  hb_font_create(face: number): number;
  hb_font_get_nominal_glyph(font: number, codePoint: number, glyph: number): number;
  hb_buffer_create(): number;
  hb_buffer_reset(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, itemLength: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_language_from_string(text: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
}

const wasmPage = 65_536;
const memoryModeWritable = 2;
const direction = { ltr: 4, rtl: 5 } as const;
/** hb_glyph_info_t and hb_glyph_position_t are both five 32-bit words. */
const wordsPerGlyph = 5;

/** Starts HarfBuzz. Rejects when the module does not fit the version this binding was written for. */
export async function openHarfBuzz(instantiate: InstantiateWasm): Promise<HarfBuzz> {
  const nothing = () => undefined;
  const imports: WasmImports = {
    wasi_snapshot_preview1: { proc_exit: nothing },
    env: {
      _emscripten_runtime_keepalive_clear: nothing,
      _abort_js: () => {
        throw new Error('HarfBuzz aborted');
      },
      _setitimer_js: () => 0,
      emscripten_resize_heap: (bytes) => grow(wasm, bytes ?? 0),
    },
  };
  // Exports of a WebAssembly module have no types; harfbuzzjs is pinned, and a missing name fails here and not later.
  const wasm = (await instantiate(imports)) as HarfBuzzExports;
  for (const name of ['memory', '__wasm_call_ctors', 'malloc', 'hb_shape', 'hb_buffer_add_utf16'] as const) {
    if (!(name in wasm)) throw new Error(`harfbuzz.wasm does not export ${name}`);
  }
  wasm.__wasm_call_ctors();
  const buffer = wasm.hb_buffer_create();
  const scratch = wasm.malloc(4);
  const languageOf = languageTable(wasm);
  return { openFont: (bytes) => openFont(wasm, bytes, { buffer, scratch, languageOf }) };
}

/** Grows by a fifth more than asked, so that many small fonts do not copy the whole memory many times. */
function grow(wasm: HarfBuzzExports, bytes: number): number {
  const now = wasm.memory.buffer.byteLength;
  const wanted = Math.max(bytes >>> 0, now * 1.2);
  try {
    wasm.memory.grow(Math.ceil((wanted - now) / wasmPage));
    return 1;
  } catch {
    return 0;
  }
}

interface Workplace {
  readonly buffer: number;
  readonly scratch: number;
  languageOf(tag: string): number;
}

function openFont(wasm: HarfBuzzExports, bytes: Uint8Array, { buffer, scratch, languageOf }: Workplace): ShapingFont {
  const data = wasm.malloc(bytes.length);
  if (data === 0) throw new Error(`No memory for a font of ${bytes.length} bytes`);
  new Uint8Array(wasm.memory.buffer).set(bytes, data);
  const face = wasm.hb_face_create(wasm.hb_blob_create(data, bytes.length, memoryModeWritable, 0, 0), 0);
  const font = wasm.hb_font_create(face);
  const shape = (text: string, rtl: boolean, language: string): ShapedGlyph[] => {
    wasm.hb_buffer_reset(buffer);
    addText(wasm, buffer, text);
    wasm.hb_buffer_guess_segment_properties(buffer);
    wasm.hb_buffer_set_direction(buffer, rtl ? direction.rtl : direction.ltr);
    if (language !== '') wasm.hb_buffer_set_language(buffer, languageOf(language));
    wasm.hb_shape(font, buffer, 0, 0);
    return readGlyphs(wasm, buffer);
  };
  return {
    unitsPerEm: wasm.hb_face_get_upem(face),
    has: (codePoint) => wasm.hb_font_get_nominal_glyph(font, codePoint, scratch) !== 0,
    shape,
  };
}

function addText(wasm: HarfBuzzExports, buffer: number, text: string): void {
  const pointer = wasm.malloc(Math.max(2, text.length * 2));
  const units = new Uint16Array(wasm.memory.buffer, pointer, text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  wasm.hb_buffer_add_utf16(buffer, pointer, text.length, 0, text.length);
  wasm.free(pointer);
}

function readGlyphs(wasm: HarfBuzzExports, buffer: number): ShapedGlyph[] {
  const count = wasm.hb_buffer_get_length(buffer);
  // Views are made after shaping: shaping may grow the memory, which detaches older ones.
  const infos = new Uint32Array(wasm.memory.buffer, wasm.hb_buffer_get_glyph_infos(buffer, 0), count * wordsPerGlyph);
  const places = new Int32Array(
    wasm.memory.buffer,
    wasm.hb_buffer_get_glyph_positions(buffer, 0),
    count * wordsPerGlyph,
  );
  return Array.from({ length: count }, (_, i) => {
    const at = i * wordsPerGlyph;
    return {
      id: infos[at] ?? 0,
      cluster: infos[at + 2] ?? 0,
      advance: places[at] ?? 0,
      dx: places[at + 2] ?? 0,
      dy: places[at + 3] ?? 0,
    };
  });
}

/** HarfBuzz keeps one record for a language tag and never frees it, so each tag is looked up once. */
function languageTable(wasm: HarfBuzzExports): (tag: string) => number {
  const known = new Map<string, number>();
  return (tag) => {
    const found = known.get(tag);
    if (found !== undefined) return found;
    const pointer = wasm.malloc(tag.length + 1);
    const bytes = new Uint8Array(wasm.memory.buffer, pointer, tag.length);
    for (let i = 0; i < tag.length; i++) bytes[i] = tag.charCodeAt(i) & 0x7f;
    const language = wasm.hb_language_from_string(pointer, tag.length);
    wasm.free(pointer);
    known.set(tag, language);
    return language;
  };
}
