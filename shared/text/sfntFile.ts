/** Puts tables together to a font file: directory, checksums and padding as TrueType wants them. */
export function writeSfnt(flavor: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const directory = 12 + tags.length * 16;
  const size = tags.reduce((sum, tag) => sum + padded(tables.get(tag)?.length ?? 0), directory);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const exponent = Math.floor(Math.log2(tags.length));
  view.setUint32(0, flavor);
  view.setUint16(4, tags.length);
  view.setUint16(6, 16 << exponent);
  view.setUint16(8, exponent);
  view.setUint16(10, tags.length * 16 - (16 << exponent));
  let place = directory;
  for (const [i, tag] of tags.entries()) {
    const table = tables.get(tag) ?? new Uint8Array();
    const entry = 12 + i * 16;
    out.set(table, place);
    for (let at = 0; at < 4; at++) view.setUint8(entry + at, tag.charCodeAt(at));
    view.setUint32(entry + 4, checksum(view, place, padded(table.length)));
    view.setUint32(entry + 8, place);
    view.setUint32(entry + 12, table.length);
    place += padded(table.length);
  }
  return out;
}

/** Tables start at multiples of four. */
const padded = (length: number) => (length + 3) & ~3;

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
