import { unzlibSync } from 'fflate';
import { writeSfnt } from './sfntFile.ts';

/** Unpacks zlib data. */
export type Inflate = (packed: Uint8Array) => Uint8Array;

const woffSignature = 0x774f4646;

/** The font behind a WOFF 1 file; any other file comes back as it is. WOFF 2 would need a second decoder at run time. */
export function unpackFont(bytes: Uint8Array, inflate: Inflate = unzlibSync): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 44 || view.getUint32(0) !== woffSignature) return bytes;
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(12); i++) {
    const entry = 44 + i * 20;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = view.getUint32(entry + 4);
    const packed = bytes.subarray(start, start + view.getUint32(entry + 8));
    const size = view.getUint32(entry + 12);
    tables.set(tag, packed.length < size ? inflate(packed) : packed);
  }
  return writeSfnt(view.getUint32(4), tables);
}
