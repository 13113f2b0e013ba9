/** Keys that are written as signs need no Shift said: on some keyboards they do need it. */
const NAMED = new Map([
  ['Del', 'Delete'],
  ['Esc', 'Escape'],
]);
/** What a chord of two keys begins with. A comma begins no title, so it can be taken from typing on the map. */
export const SEQUENCE = ', ';
const ARROWS = /^Arrow(Up|Down|Left|Right)$/;

/**
 * Whether a key is the one that a chord names: `T`, `Enter`, `Mod+Shift+Z` (Mod is Ctrl, or Cmd on a Mac), `Shift+1`,
 * `Alt+Arrows` for any of the four. `, O` is two keys one after the other: see `chordWords.ts`.
 */
export function isChord(chord: string, event: KeyboardEvent): boolean {
  if (chord.startsWith(SEQUENCE)) return false;
  const parts = chord.split('+').filter(Boolean);
  const key = chord.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string) => key !== name && parts.includes(name);
  const mod = event.ctrlKey || event.metaKey;
  if (has('Mod') !== mod || has('Alt') !== event.altKey) return false;
  if (key === 'Arrows') return ARROWS.test(event.key) && event.shiftKey === has('Shift');
  // By the key's place: the sign above a digit differs from country to country.
  if (/^\d$/.test(key) && has('Shift')) return event.shiftKey && event.code === `Digit${key}`;
  if (/^[A-Z]$/.test(key)) {
    // A capital letter alone begins a title; with Ctrl it may come from the caps lock.
    return mod ? event.key.toUpperCase() === key && event.shiftKey === has('Shift') : event.key === key.toLowerCase();
  }
  return event.key === (NAMED.get(key) ?? key);
}

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
