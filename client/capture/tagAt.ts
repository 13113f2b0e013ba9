import { best, score } from '../actions/search.ts';

/** A name behind @ or # that is being typed. */
export interface Tag {
  readonly sign: '@' | '#';
  /** Where the sign stands. */
  readonly at: number;
  readonly typed: string;
}

const LONGEST = 40;
const MOST = 6;

/** The tag that is being typed at the caret; null when none is. */
export function tagAt(text: string, caret: number): Tag | null {
  const found = /(?:^|\s)([@#])([^@#\n]*)$/.exec(text.slice(Math.max(0, caret - LONGEST - 2), caret));
  const typed = found?.[2];
  if (!found || typed === undefined || /^\s|\s$/.test(typed)) return null;
  return { sign: found[1] === '@' ? '@' : '#', at: caret - typed.length - 1, typed };
}

/** Names that may be meant, the best first; none when what was typed is one of them already. */
export function suggestNames(names: readonly string[], typed: string): readonly string[] {
  const wanted = typed.toLocaleLowerCase();
  const named = [...new Set(names)].filter(Boolean);
  return best(named, MOST, (name) => {
    // Who wrote the whole name has nothing to choose.
    if (name.toLocaleLowerCase() === wanted) return 0;
    const words = ` ${name.toLocaleLowerCase()}`;
    return words.includes(` ${wanted}`) ? score(typed, name) : 0;
  });
}
