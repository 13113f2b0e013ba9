import type { PdfFile } from './file.ts';
import { array, ascii, coarse, dict, hex, type PdfValue, ref } from './values.ts';

/** Places in the file that have a name: links, bookmarks and `#nameddest=` in an address lead to them. */
export interface Destinations {
  /** A name given twice means the later place: what an overview shows small, a page after it may show in full. */
  add(anchor: string, page: number, x: number, y: number): void;
  /** Writes the tree of names. Throws when `used` has a name that no place was given to. */
  finish(used: ReadonlySet<string>): number;
}

/** The name of an anchor as the file writes it. Ids may hold any character; a name holds plain ones. */
export const destinationName = (anchor: string): PdfValue => ascii(plain(anchor));

const plain = (anchor: string) => anchor.replace(/[^\x21-\x7e]|%/g, (unit) => `%${hex(unit.charCodeAt(0), 4)}`);

/** Collects the named places of a file. */
export function createDestinations(file: PdfFile): Destinations {
  const places = new Map<string, PdfValue>();
  return {
    add(anchor, page, x, y) {
      places.set(anchor, array([ref(page), '/XYZ', coarse(x), coarse(y), 'null']));
    },
    finish(used) {
      for (const anchor of used)
        if (!places.has(anchor)) throw new Error(`Nothing in the document is called ${anchor}`);
      const byName = [...places].map(([anchor, place]) => [plain(anchor), place] as const);
      // Readers search the list by halves, so it must be in order of bytes.
      byName.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      return file.add(dict({ Names: array(byName.flatMap(([key, place]) => [ascii(key), place])) }));
    },
  };
}
