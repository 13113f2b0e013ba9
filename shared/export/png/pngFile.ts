import { Zlib } from 'fflate';
import type { Band } from './coverage.ts';

/** Writes a PNG band by band: a picture of a hundred million pixels never lies in memory whole. */
export function pngWriter({ width, height, channels, pixelsPerMetre }: PngHeader): PngWriter {
  const chunks: Uint8Array[] = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header(width, height, channels)),
    chunk('pHYs', Uint8Array.of(...word(pixelsPerMetre), ...word(pixelsPerMetre), 1)),
  ];
  const packer = new Zlib({ level: 6 }, (packed) => {
    if (packed.length > 0) chunks.push(chunk('IDAT', packed));
  });
  const stride = width * channels;
  let above = new Uint8Array(stride);
  return {
    add({ bytes, height: rows }) {
      // Most rows repeat the one above them, and what is left of such a row is zeros.
      const filtered = new Uint8Array(rows * (stride + 1));
      for (let row = 0; row < rows; row++) {
        const to = row * (stride + 1);
        const from = row * stride;
        filtered[to] = 2;
        for (let i = 0; i < stride; i++) {
          const over = row === 0 ? above[i] : bytes[from - stride + i];
          filtered[to + 1 + i] = (bytes[from + i] ?? 0) - (over ?? 0);
        }
      }
      above = bytes.slice((rows - 1) * stride, rows * stride);
      packer.push(filtered);
    },
    finish() {
      packer.push(new Uint8Array(), true);
      chunks.push(chunk('IEND', new Uint8Array()));
      return joined(chunks);
    },
  };
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  /** How large the picture is on paper. */
  readonly pixelsPerMetre: number;
}

export interface PngWriter {
  add(band: Band): void;
  finish(): Uint8Array;
}

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

function header(width: number, height: number, channels: 3 | 4): Uint8Array {
  const trueColor = channels === 4 ? 6 : 2;
  return Uint8Array.of(...word(width), ...word(height), 8, trueColor, 0, 0, 0);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12);
  out.set(word(data.length));
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  out.set(word(crc(out.subarray(4, 8 + data.length))), 8 + data.length);
  return out;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = (crcTable[(c ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
