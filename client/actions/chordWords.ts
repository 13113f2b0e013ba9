import { SEQUENCE } from './chord.ts';

/** Whether a key is the one that comes after the comma in a chord such as `, O` or `, Shift+S`. */
export function isSecondKey(chord: string, event: KeyboardEvent): boolean {
  if (!chord.startsWith(SEQUENCE) || event.ctrlKey || event.metaKey || event.altKey) return false;
  const parts = chord.slice(SEQUENCE.length).split('+');
  const key = parts.at(-1) ?? '';
  if (!/^[A-Z]$/.test(key)) return event.key === key;
  // Whatever the caps lock does to the letter, Shift tells which of the two is meant.
  return event.key.toUpperCase() === key && event.shiftKey === parts.length > 1;
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** A chord as it is written on the keys of this machine, one string a key. */
export function keysOf(chord: string, mac: boolean): readonly string[] {
  if (chord.startsWith(SEQUENCE)) return [',', ...keysOf(chord.slice(SEQUENCE.length), mac)];
  const parts = chord.endsWith('+') ? [...chord.slice(0, -1).split('+').filter(Boolean), '+'] : chord.split('+');
  return parts.map((part) => {
    if (part === 'Arrows') return 'Arrow keys';
    if (mac) return MAC_SIGNS[part] ?? part;
    return part === 'Mod' ? 'Ctrl' : part;
  });
}
