import { keptName } from '../session/keptNames.ts';
import { type KeptNotes, readNotes } from '../session/keptNotes.ts';
import { recallList, rememberJson } from '../ui/remembered.ts';

/** What is known without a network of a map that this browser keeps. */
export interface KeptMapEntry {
  readonly id: string;
  readonly title: string;
  /** When it was last open here, in milliseconds. */
  readonly at: number;
  /** Who had it open here. */
  readonly person: string;
  /** The name of its owner, where it is somebody else's. */
  readonly owner: string | null;
}

const KEY = 'throughline.kept';
/** More would be a list that nobody reads; the maps themselves stay. */
const LISTED = 50;

/** The maps of this browser, the last one first. Only who had them open sees them here. */
export function keptMaps(person: string): readonly KeptMapEntry[] {
  return read().filter((entry) => entry.person === person);
}

/** What is known of a map: as this person had it here, or else as somebody had. */
export function keptMap(id: string, person: string): KeptMapEntry | undefined {
  const entries = read().filter((entry) => entry.id === id);
  return entries.find((entry) => entry.person === person) ?? entries[0];
}

export function noteKept(entry: KeptMapEntry): void {
  write([entry, ...read().filter((one) => one.id !== entry.id || one.person !== entry.person)].slice(0, LISTED));
}

/** Asks the stores themselves what waits in them to be sent. */
export async function waitingEdits({ id, person }: Pick<KeptMapEntry, 'id' | 'person'>): Promise<number> {
  const db = await openExisting(keptName(id, person));
  if (!db) return 0;
  const notes: KeptNotes | null = await readNotes(db).catch(() => null);
  db.close();
  return notes?.edits ?? 0;
}

/** Opens a database that is there; asking for one that is not must not make it. */
export function openExisting(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

const read = (): readonly KeptMapEntry[] => recallList(KEY, isEntry);

// Where there is no room for the list, the maps are kept all the same.
const write = (entries: readonly KeptMapEntry[]): void => rememberJson(KEY, entries);

const isEntry = (value: unknown): value is KeptMapEntry =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'title', 'person'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string') &&
  typeof (value as Partial<KeptMapEntry>).at === 'number';
