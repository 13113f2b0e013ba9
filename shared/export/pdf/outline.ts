import type { OutlineEntry } from '../scene.ts';
import { destinationName } from './destinations.ts';
import type { PdfFile } from './file.ts';
import { dict, name, num, ref, text } from './values.ts';

/** Writes the bookmarks; answers with the number of the outline, or null when there is nothing to show. */
export function writeOutline(file: PdfFile, entries: readonly OutlineEntry[]): number | null {
  if (entries.length === 0) return null;
  const id = file.allocate();
  const { first, last, shown } = writeLevel(file, entries, id);
  return file.set(id, dict({ Type: name('Outlines'), First: ref(first), Last: ref(last), Count: num(shown) }));
}

/** Top entries stand open, what is below them is folded: the panel shows the pages at one glance. */
function writeLevel(file: PdfFile, entries: readonly OutlineEntry[], parent: number) {
  const ids = entries.map(() => file.allocate());
  const neighbour = (index: number) => (ids[index] === undefined ? undefined : ref(ids[index]));
  for (const [i, { title, target, children }] of entries.entries()) {
    const id = ids[i] ?? 0;
    const below = children.length > 0 ? writeLevel(file, children, id) : null;
    file.set(
      id,
      dict({
        Title: text(title),
        Parent: ref(parent),
        Dest: destinationName(target),
        Prev: neighbour(i - 1),
        Next: neighbour(i + 1),
        First: below === null ? undefined : ref(below.first),
        Last: below === null ? undefined : ref(below.last),
        Count: below === null ? undefined : num(-below.shown),
      }),
    );
  }
  return { first: ids[0] ?? 0, last: ids.at(-1) ?? 0, shown: entries.length };
}
