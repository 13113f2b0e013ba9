import { zlibSync } from 'fflate';
import { fingerprint } from './fingerprint.ts';
import { array, dict, latin1, name, num, type PdfValue, ref } from './values.ts';

/** The objects of a PDF file while it is being written. Objects are named before they are known, so they can refer to each other. */
export interface PdfFile {
  /** The number of an object that will be set later. */
  allocate(): number;
  /** Sets an object, and answers with its number. */
  set(id: number, value: PdfValue): number;
  add(value: PdfValue): number;
  addStream(entries: Readonly<Record<string, PdfValue | undefined>>, data: Uint8Array, packed?: 'as it is'): number;
  setStream(id: number, entries: Readonly<Record<string, PdfValue | undefined>>, data: Uint8Array): number;
  /** The whole file. Throws when an object was allocated and never set. */
  finish(entries: { readonly root: number; readonly info: number }): Uint8Array;
}

interface StreamObject {
  readonly entries: PdfValue;
  readonly data: Uint8Array;
}

/** Where the cross-reference stream finds an object: at a byte, or at an index of an object stream. */
type Place =
  | { readonly kind: 'free' }
  | { readonly kind: 'byte'; readonly at: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** Readers unpack a whole object stream to get at one object, so streams stay small. */
const objectsPerStream = 1000;

const pack = (data: Uint8Array) => zlibSync(data, { level: 9 });

/** A new, empty file to put objects into. */
export function createPdfFile(): PdfFile {
  const objects: (PdfValue | StreamObject | null)[] = [];
  const allocate = () => objects.push(null);
  const set = (id: number, value: PdfValue | StreamObject) => {
    objects[id - 1] = value;
    return id;
  };
  const streamOf = (entries: Readonly<Record<string, PdfValue | undefined>>, data: Uint8Array, asItIs: boolean) => {
    const packed = asItIs ? data : pack(data);
    const filter = asItIs ? undefined : name('FlateDecode');
    return { entries: dict({ ...entries, Filter: filter, Length: num(packed.length) }), data: packed };
  };
  return {
    allocate,
    set,
    add: (value) => set(allocate(), value),
    addStream: (entries, data, packed) => set(allocate(), streamOf(entries, data, packed === 'as it is')),
    setStream: (id, entries, data) => set(id, streamOf(entries, data, false)),
    finish: ({ root, info }) => writeFile(objects, root, info),
  };
}

function writeFile(objects: readonly (PdfValue | StreamObject | null)[], root: number, info: number): Uint8Array {
  // The comment of bytes above 127 tells transfer programs that the file is binary.
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const places: Place[] = [{ kind: 'free' }];
  const put = (bytes: Uint8Array) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const putStream = (id: number, { entries, data }: StreamObject) => {
    places[id] = { kind: 'byte', at: length };
    put(latin1(`${id} 0 obj\n${entries}\nstream\n`));
    put(data);
    put(latin1('\nendstream\nendobj\n'));
  };

  const plain: { id: number; value: PdfValue }[] = [];
  for (const [index, value] of objects.entries()) {
    if (value === null) throw new Error(`Object ${index + 1} was allocated and never set`);
    if (typeof value === 'string') plain.push({ id: index + 1, value });
    else putStream(index + 1, value);
  }
  let next = objects.length + 1;
  for (let start = 0; start < plain.length; start += objectsPerStream) {
    const batch = plain.slice(start, start + objectsPerStream);
    const stream = next++;
    for (const [index, { id }] of batch.entries()) places[id] = { kind: 'packed', stream, index };
    putStream(stream, objectStream(batch.map(({ id, value }) => ({ id, value }))));
  }
  const crossReference = next;
  const start = length;
  places[crossReference] = { kind: 'byte', at: start };
  const id = `<${fingerprint(parts)}>`;
  putStream(crossReference, crossReferenceStream(places, { Root: ref(root), Info: ref(info), ID: array([id, id]) }));
  put(latin1(`startxref\n${start}\n%%EOF\n`));
  return join(parts, length);
}

function objectStream(batch: readonly { id: number; value: PdfValue }[]): StreamObject {
  let heads = '';
  let bodies = '';
  for (const { id, value } of batch) {
    heads += `${id} ${bodies.length} `;
    bodies += `${value}\n`;
  }
  const data = pack(latin1(heads + bodies));
  const entries = { Type: name('ObjStm'), N: num(batch.length), First: num(heads.length) };
  return { entries: dict({ ...entries, Filter: name('FlateDecode'), Length: num(data.length) }), data };
}

/** Where every object is. Rows are stored as differences to the row before, so that objects in a row take a few bits. */
function crossReferenceStream(places: readonly Place[], trailer: Readonly<Record<string, PdfValue>>): StreamObject {
  const widths = [1, 4, 2] as const;
  const columns = 7;
  const table = new DataView(new ArrayBuffer(places.length * columns));
  for (const [id, place] of places.entries()) {
    const [type, second, third] = fields(place);
    table.setUint8(id * columns, type);
    table.setUint32(id * columns + 1, second);
    table.setUint16(id * columns + 5, third);
  }
  const plain = new Uint8Array(table.buffer);
  const up = 2; // the PNG filter of this name
  const rows = new Uint8Array(places.length * (columns + 1));
  for (let id = 0; id < places.length; id++) {
    rows[id * (columns + 1)] = up;
    for (let i = 0; i < columns; i++) {
      const at = id * columns + i;
      rows[id * (columns + 1) + 1 + i] = (plain[at] ?? 0) - (plain[at - columns] ?? 0);
    }
  }
  const data = pack(rows);
  const parameters = dict({ Predictor: num(10 + up), Columns: num(columns) });
  const entries = { Type: name('XRef'), Size: num(places.length), W: array(widths.map(num)), ...trailer };
  const packed = { Filter: name('FlateDecode'), DecodeParms: parameters, Length: num(data.length) };
  return { entries: dict({ ...entries, ...packed }), data };
}

function fields(place: Place): [type: number, second: number, third: number] {
  switch (place.kind) {
    case 'free':
      return [0, 0, 0xffff];
    case 'byte':
      return [1, place.at, 0];
    case 'packed':
      return [2, place.stream, place.index];
    default:
      return place satisfies never;
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
