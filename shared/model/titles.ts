/**
 * Longest title or name that typing, pasting and tables bring onto a map: more than that is a description. A map that
 * has longer ones keeps them, and files that carry a map whole bring them back. Whole sentences are titles in real
 * tables, so it is far above what anybody would call a title.
 */
export const TITLE_LIMIT = 1000;

/** The same, as people read it. */
export const TITLE_LIMIT_WORDS = `${TITLE_LIMIT.toLocaleString('en')} characters`;

/** Whether a text field says what something is called. */
export const isTitle = (field: string): boolean => field === 'title' || field === 'name';

/** What people are told, of a field by its name. */
export const tooLong = (field: string): string =>
  `A ${field === 'name' ? 'name' : 'title'} has at most ${TITLE_LIMIT_WORDS}.`;

/**
 * A long title and what it has no room for, cut where a word ends if there is such a place near the end. Nothing is
 * lost between the two but the spaces where they part.
 */
export function cutTitle(text: string, room = TITLE_LIMIT): { readonly title: string; readonly rest: string } {
  if (text.length <= room) return { title: text, rest: '' };
  // Not through the middle of a character of two units.
  const end = /[\ud800-\udbff]/.test(text.charAt(room - 1)) ? room - 1 : room;
  const word = /\s/.test(text.charAt(end)) ? end : text.slice(0, end).search(/\s\S*$/);
  const at = word > end / 2 ? word : end;
  return { title: text.slice(0, at).trimEnd(), rest: text.slice(at).trimStart() };
}
