import type { VisiblePerson } from '../../../shared/protocol/access.ts';

/** A name that is being typed behind an @. */
export interface Call {
  /** Where the @ stands. */
  readonly at: number;
  readonly typed: string;
}

const LONGEST_NAME = 40;
const MOST_SHOWN = 6;

/** The name that is being typed at the caret; null when none is. */
export function callAt(text: string, caret: number): Call | null {
  const before = text.slice(Math.max(0, caret - LONGEST_NAME - 1), caret);
  const found = /(?:^|[\s(])@([^\n@]*)$/.exec(before);
  const typed = found?.[1];
  return typed === undefined || /\s$/.test(typed) ? null : { at: caret - typed.length - 1, typed };
}

/** Who may be meant: those whose name, or one of its words, begins with what was typed. */
export function suggest(people: readonly VisiblePerson[], { typed }: Call): readonly VisiblePerson[] {
  const wanted = typed.toLocaleLowerCase();
  const begins = ({ name }: VisiblePerson) => {
    const own = name.toLocaleLowerCase();
    return own.startsWith(wanted) || own.split(/\s+/).some((word) => word.startsWith(wanted));
  };
  const found = people.filter(begins);
  // Who wrote the whole name has nothing to choose: Enter sends.
  const isWhole = found.length === 1 && found[0]?.name.toLocaleLowerCase() === wanted;
  return isWhole ? [] : found.slice(0, MOST_SHOWN);
}

/** The text with a name in the place of what was typed, and where the caret goes. */
export function complete(
  text: string,
  { at, typed }: Call,
  name: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(at + 1 + typed.length);
  const call = `@${name}${/^\s/.test(rest) ? '' : ' '}`;
  return { text: text.slice(0, at) + call + rest, caret: at + call.length };
}

/** Ids of the people whose name stands behind an @ in a text. Where one name begins with another, the longer is meant. */
export function mentionedIn(text: string, people: readonly VisiblePerson[]): readonly string[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = longestFirst.find(({ name }) => text.startsWith(name, at + 1));
    // Two people of one name are both meant: better one hears too much than the right one nothing.
    for (const { id, name } of people) if (person && name === person.name) found.add(id);
  }
  return [...found];
}
