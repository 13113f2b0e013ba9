import { unzipSync } from 'fflate';

/** More than any workbook of a journey needs; a bomb promises thousands of times its own size. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_RATIO = 400;
const MOST_FILES = 2_000;

export type Unpacked =
  | { readonly status: 'unpacked'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly status: 'refused'; readonly reason: string };

/** Unpacks the files of an archive that `wanted` names. One that would fill the memory is refused before it does. */
export function unzip(bytes: Uint8Array, wanted: (path: string) => boolean): Unpacked {
  let [total, count] = [0, 0];
  let bomb = false;
  try {
    const files = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        count++;
        if (bomb || !wanted(name)) return false;
        total += originalSize;
        // Small files may be packed very well: it is what comes out altogether that fills the memory.
        const swells = originalSize > 1024 * 1024 && originalSize > size * MOST_RATIO;
        bomb = swells || total > MOST_BYTES || count > MOST_FILES;
        return !bomb;
      },
    });
    if (bomb) return { status: 'refused', reason: swollen };
    return { status: 'unpacked', files: new Map(Object.entries(files)) };
  } catch {
    return { status: 'refused', reason: 'This file is damaged: it begins like a workbook, but it cannot be unpacked.' };
  }
}

const swollen = 'This file would become enormous when it is unpacked, so it was not opened. No journey is that large.';
