/** What a line that was typed in the heat of a conversation says. */
export interface Capture {
  readonly title: string;
  /** The name behind the last @; null where there is none. */
  readonly owner: string | null;
  /** The word behind the last #. */
  readonly channel: string | null;
}

/** Names that may have spaces in them. */
export interface Known {
  readonly people: readonly string[];
  readonly channels: readonly string[];
}

/**
 * Reads "Title @owner #channel". Signs count at the beginning of a word only, so that addresses and "C#" stay words;
 * a number behind # stays as well. A known name is taken as a whole, however many words it has, or by its first word
 * where that is enough. An unknown one is one word, with _ for spaces, or a first name and a surname in capitals that
 * end the line or stand before the next sign. One touchpoint has one owner and one channel: of several the last counts,
 * and the others stay in the title, where they are seen.
 */
export function parseCapture(text: string, known: Known): Capture {
  const owner = lastTag(text, '@', known.people);
  const rest = owner ? cut(text, owner) : text;
  const channel = lastTag(rest, '#', known.channels);
  const title = channel ? cut(rest, channel) : rest;
  return {
    title: owner || channel ? title.replace(/\s+/g, ' ').trim() : text,
    owner: owner?.name ?? null,
    channel: channel?.name ?? null,
  };
}

interface Tag {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

const cut = (text: string, { from, to }: Tag) => `${text.slice(0, from)} ${text.slice(to)}`;

function lastTag(text: string, sign: '@' | '#', known: readonly string[]): Tag | null {
  for (let at = text.lastIndexOf(sign); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(sign, at - 1)) {
    const tag = beginsWord(text, at) ? tagAt(text, at, known) : null;
    if (tag && !(sign === '#' && /^\d+$/.test(tag.name))) return tag;
  }
  return null;
}

const beginsWord = (text: string, at: number) => at === 0 || /\s/.test(text[at - 1] ?? '');

function tagAt(text: string, at: number, known: readonly string[]): Tag | null {
  const rest = text.slice(at + 1);
  const folded = rest.toLocaleLowerCase();
  // Lower case may be longer than what it came from; then no known name is looked for.
  const whole = folded.length === rest.length ? longestAt(folded, known) : undefined;
  const full = text[at] === '@' && text.slice(0, at).trim() !== '' ? fullName(rest) : null;
  if (full !== null && full.length > (whole?.length ?? 0)) return { from: at, to: at + 1 + full.length, name: full };
  if (whole !== undefined) return { from: at, to: at + 1 + whole.length, name: whole };
  const word = /^[^\s@#]+/.exec(rest)?.[0].replace(/[,;:!?]+$/, '');
  if (!word) return null;
  const name = theOnly(word, known) ?? word.replaceAll('_', ' ').trim();
  return name ? { from: at, to: at + 1 + word.length, name } : null;
}

/** Only behind a title, and only with nothing but a sign after it: elsewhere a capital may begin the rest of a sentence. */
const FULL_NAME =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|zu|ter|ten))*){1,3} \p{Lu}[\p{L}\p{M}'’.-]*(?=\s*$|\s+[@#])/u;

const fullName = (text: string): string | null => FULL_NAME.exec(text)?.[0] ?? null;

/** In talk the first name is enough, as long as only one known name begins with it. */
function theOnly(word: string, known: readonly string[]): string | null {
  const wanted = word.toLocaleLowerCase();
  const found = new Set(known.filter((name) => name.toLocaleLowerCase().split(/\s+/)[0] === wanted));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The longest known name at the beginning of a text, where a word ends behind it. */
function longestAt(text: string, known: readonly string[]): string | undefined {
  return known
    .filter((name) => name !== '' && text.startsWith(name.toLocaleLowerCase()))
    .filter((name) => !/[\p{L}\p{N}]/u.test(text[name.length] ?? ''))
    .sort((a, b) => b.length - a.length)[0];
}
