import { unzlibSync } from 'fflate';

/** A PDF read back by the rules of the format, so that tests need no tools: enough for files with one cross-reference stream. */
export interface ReadPdf {
  /** Every object by number: its value, and its data unpacked where it is a stream. */
  readonly objects: ReadonlyMap<number, { readonly value: string; readonly data: Uint8Array | null }>;
  readonly trailer: string;
  /** The content of each page in order, as text of bytes. */
  readonly pages: readonly string[];
  /** Pages as their dictionaries. */
  readonly pageValues: readonly string[];
  /** Values that contain this text. */
  having(part: string): string[];
}

const latin1 = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
const numberIn = (value: string, key: string) => Number(new RegExp(`/${key} (\\d+)`).exec(value)?.[1]);

/** Undoes the PNG filter "up", by which every byte is the difference to the one above it. */
function undoUp(rows: Uint8Array, columns: number): Uint8Array {
  const plain = new Uint8Array((rows.length / (columns + 1)) * columns);
  for (let i = 0; i < plain.length; i++) {
    const row = Math.floor(i / columns);
    if (rows[row * (columns + 1)] !== 2) throw new Error('Another filter than "up"');
    plain[i] = rows[row * (columns + 1) + 1 + (i % columns)]! + (plain[i - columns] ?? 0);
  }
  return plain;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const whole = latin1(bytes);
  if (!whole.startsWith('%PDF-1.7\n')) throw new Error('Not a PDF');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(whole)?.[1]);
  const streamAt = (at: number) => {
    const head = /^(\d+) 0 obj\n(<<.*>>)\nstream\n/.exec(whole.slice(at, at + 100_000));
    if (head === null) throw new Error(`No stream object at byte ${at}`);
    const value = head[2]!;
    const from = at + head[0].length;
    const packed = bytes.subarray(from, from + numberIn(value, 'Length'));
    if (whole.slice(from + packed.length, from + packed.length + 11) !== '\nendstream\n')
      throw new Error('Wrong /Length');
    const data = value.includes('/FlateDecode') ? unzlibSync(packed) : packed;
    return { id: Number(head[1]), value, data: value.includes('/Predictor 12') ? undoUp(data, 7) : data };
  };
  const table = streamAt(start);
  const view = new DataView(table.data.buffer, table.data.byteOffset, table.data.byteLength);
  const objects = new Map<number, { value: string; data: Uint8Array | null }>();
  const size = numberIn(table.value, 'Size');
  for (let id = 1; id < size; id++) {
    const [kind, second, third] = [view.getUint8(id * 7), view.getUint32(id * 7 + 1), view.getUint16(id * 7 + 5)];
    if (kind === 1) {
      const found = streamAt(second);
      if (found.id !== id) throw new Error(`Object ${id} is said to be at byte ${second}, where object ${found.id} is`);
      objects.set(id, found);
    } else {
      const holder = streamAt(view.getUint32(second * 7 + 1));
      const content = latin1(holder.data);
      const heads = content.slice(0, numberIn(holder.value, 'First')).trim().split(' ').map(Number);
      if (heads[third * 2] !== id) throw new Error(`Object ${id} is not at index ${third} of stream ${second}`);
      const from = numberIn(holder.value, 'First') + heads[third * 2 + 1]!;
      objects.set(id, { value: content.slice(from, content.indexOf('\n', from)), data: null });
    }
  }
  const pageValues = [...objects.values()].map(({ value }) => value).filter((value) => value.includes('/Type /Page '));
  return {
    objects,
    trailer: table.value,
    pageValues,
    pages: pageValues.map((value) => latin1(objects.get(numberIn(value, 'Contents'))!.data!)),
    having: (part) => [...objects.values()].map(({ value }) => value).filter((value) => value.includes(part)),
  };
}

/** The text a reader would copy: the codes shown on a page, turned back by the fonts' ToUnicode maps. */
export function copiedText(pdf: ReadPdf, page: number): string {
  const fonts = new Map<string, Map<string, string>>();
  for (const [, resource, id] of pdf.pageValues[page]!.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const toUnicode = numberIn(pdf.objects.get(Number(id))!.value, 'ToUnicode');
    const map = latin1(pdf.objects.get(toUnicode)!.data!);
    fonts.set(
      resource!,
      new Map([...map.matchAll(/^<(.{4})> <(.*)>$/gm)].map(([, code, units]) => [code!, decode(units!)])),
    );
  }
  let text = '';
  let font = new Map<string, string>();
  for (const [, resource, shown] of pdf.pages[page]!.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[((?:\((?:\\.|[^\\)])*\)|[-\d])*)\]TJ/gs,
  )) {
    if (resource !== undefined) font = fonts.get(resource)!;
    for (const [, escaped] of (shown ?? '').matchAll(/\(((?:\\.|[^\\)])*)\)/gs)) {
      const codes = escaped!.replace(/\\(.)/gs, (_, sign) => (sign === 'n' ? '\n' : sign === 'r' ? '\r' : sign));
      for (let i = 0; i < codes.length; i += 2) text += font.get(hex(codes, i)) ?? '?';
    }
  }
  return text;
}

const hex = (codes: string, at: number) =>
  ((codes.charCodeAt(at) << 8) | codes.charCodeAt(at + 1)).toString(16).padStart(4, '0');

const decode = (units: string) =>
  String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((digits) => Number.parseInt(digits, 16)));
