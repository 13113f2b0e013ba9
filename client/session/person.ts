import { newId } from './newId.ts';

/** Who sits at this browser, as the others see them. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

/** Hues for people: readable with white text on them, and not those that mean an emotion or a severity. */
export const PERSON_COLORS = [
  '#b4531f',
  '#7a5ad6',
  '#2668c9',
  '#a8397f',
  '#4d7c1f',
  '#0e7490',
  '#8a5a12',
  '#5b6470',
] as const;

const KEY = 'throughline.me';

/** The name and colour chosen earlier in this browser, or a guest of a random colour. */
export function loadMe(): Me {
  const stored = readStored();
  if (stored) return stored;
  const color = PERSON_COLORS[Math.floor(Math.random() * PERSON_COLORS.length)] ?? PERSON_COLORS[0];
  return saveMe({ id: newId(), name: `Guest ${Math.floor(10 + Math.random() * 90)}`, color });
}

/** Remembers who sits here. A browser that forbids storage still works; it only forgets. */
export function saveMe(me: Me): Me {
  try {
    localStorage.setItem(KEY, JSON.stringify(me));
  } catch {
    // Storage is switched off or full; the name lives as long as the page.
  }
  return me;
}

function readStored(): Me | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isMe(value) ? value : null;
  } catch {
    return null;
  }
}

const isMe = (value: unknown): value is Me =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'name', 'color'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
