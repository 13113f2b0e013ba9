/** What marks an edit, and a cursor, in the bytes, whatever they were merged with on their way. */
export const editMark = (writer: number, edit: number): string => `<${writer}.${edit}>`;
export const cursorMark = (person: number, move: number): string => `~${person}.${move}~`;

const MARKS = /([<~])(\d+)\.(\d+)[>~]/g;
/** The longest mark, so that one that was cut in two pieces is found. */
const LONGEST = 32;

/** One of those who look at the clock when something comes. */
export class Watcher {
  readonly #index: number;
  readonly #seen = new Set<string>();
  readonly #newest = new Map<number, number>();
  #rest = '';

  constructor(index: number) {
    this.#index = index;
  }

  get edits(): number {
    return this.#seen.size;
  }

  /** @param onMark is told of each edit once, and of each cursor state that is newer than what was known */
  hear(bytes: Buffer, onMark: (kind: 'edit' | 'cursor', person: number, number: number, since: number) => void): void {
    const text = this.#rest + bytes.toString('latin1');
    let end = 0;
    for (const found of text.matchAll(MARKS)) {
      end = found.index + found[0].length;
      const [person, number] = [Number(found[2]), Number(found[3])];
      if (person === this.#index) continue;
      if (found[1] === '~') {
        const known = this.#newest.get(person) ?? -1;
        if (number <= known) continue;
        this.#newest.set(person, number);
        onMark('cursor', person, number, known);
      } else if (!this.#seen.has(found[0])) {
        this.#seen.add(found[0]);
        onMark('edit', person, number, number - 1);
      }
    }
    this.#rest = text.slice(Math.max(end, text.length - LONGEST));
  }
}
