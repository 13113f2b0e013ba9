/** A TrueType font opened for reading: what a painter needs of it beyond shaping. All lengths are font units. */
export interface Sfnt {
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** xMin, yMin, xMax, yMax over all glyphs. */
  readonly box: readonly [number, number, number, number];
  readonly postScriptName: string;
  table(tag: string): DataView | null;
  /** The bytes of one glyph's outline; empty for a glyph without ink. */
  outline(glyph: number): DataView;
  advance(glyph: number): number;
  leftSideBearing(glyph: number): number;
}

/** Opens a TrueType font. Throws when it is none, or has PostScript outlines, which the painters cannot subset. */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readDirectory(view);
  const table = (tag: string) => tables.get(tag) ?? null;
  const need = (tag: string) => {
    const found = table(tag);
    if (found === null) throw new Error(`The font has no ${tag} table`);
    return found;
  };
  const head = need('head');
  const hhea = need('hhea');
  const hmtx = need('hmtx');
  const loca = need('loca');
  const glyf = need('glyf');
  const longOffsets = head.getInt16(50) === 1;
  const metricCount = hhea.getUint16(34);
  const glyphCount = need('maxp').getUint16(4);
  const offsetOf = (glyph: number) => (longOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return {
    bytes,
    unitsPerEm: head.getUint16(18),
    glyphCount,
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: readCapHeight(table('OS/2')) ?? Math.round(head.getUint16(18) * 0.7),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    postScriptName: readPostScriptName(table('name')),
    table,
    outline(glyph) {
      if (glyph >= glyphCount) return new DataView(new ArrayBuffer(0));
      const start = offsetOf(glyph);
      return new DataView(glyf.buffer, glyf.byteOffset + start, offsetOf(glyph + 1) - start);
    },
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, metricCount - 1) * 4),
    leftSideBearing: (glyph) =>
      hmtx.getInt16(glyph < metricCount ? glyph * 4 + 2 : metricCount * 4 + (glyph - metricCount) * 2),
  };
}

function readDirectory(view: DataView): Map<string, DataView> {
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    const place = view.byteOffset + view.getUint32(entry + 8);
    tables.set(tag, new DataView(view.buffer, place, view.getUint32(entry + 12)));
  }
  return tables;
}

function readCapHeight(os2: DataView | null): number | null {
  return os2 !== null && os2.getUint16(0) >= 2 ? os2.getInt16(88) : null;
}

function readPostScriptName(name: DataView | null): string {
  const postScriptNameId = 6;
  const windows = 3;
  for (let i = 0; name !== null && i < name.getUint16(2); i++) {
    const record = 6 + i * 12;
    if (name.getUint16(record) !== windows || name.getUint16(record + 6) !== postScriptNameId) continue;
    const start = name.getUint16(4) + name.getUint16(record + 10);
    let text = '';
    for (let at = 0; at < name.getUint16(record + 8); at += 2) text += String.fromCharCode(name.getUint16(start + at));
    return text.replace(/[^A-Za-z0-9-]/g, '');
  }
  return 'Font';
}
