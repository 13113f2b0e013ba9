/**
 * Small choices that this browser remembers. Storage may be switched off or full: then a choice lives as long as the
 * page. Anybody can write there, so that whoever recalls something checks what it is.
 */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See above.
  }
}

/** The value that was remembered as JSON; null as well for what is none. */
export function recallJson(key: string): unknown {
  try {
    return JSON.parse(recall(key) ?? 'null');
  } catch {
    return null;
  }
}

export const rememberJson = (key: string, value: unknown): void => remember(key, JSON.stringify(value));

/** A remembered list, without the entries that do not look right. */
export function recallList<T>(key: string, isEntry: (value: unknown) => value is T): readonly T[] {
  const stored = recallJson(key);
  return Array.isArray(stored) ? stored.filter(isEntry) : [];
}
