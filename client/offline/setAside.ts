import { recallList, rememberJson } from '../ui/remembered.ts';

/** Why edits were put aside in this browser instead of being sent. */
export type WhySetAside =
  /** The right to edit was gone by then. */
  | 'role'
  /** The server does not take them. */
  | 'refused';

/** Edits that lie aside: a store with the map as this browser had it, edits and all. */
export interface SetAside {
  readonly store: string;
  readonly map: string;
  /** Whose edits they are. */
  readonly person: string;
  /** When, in milliseconds. */
  readonly at: number;
  readonly why: WhySetAside;
}

const KEY = 'throughline.set-aside';

/** What lies aside of a map for somebody, the last first. */
export const setAsideOf = (map: string, person: string): readonly SetAside[] =>
  read().filter((one) => one.map === map && one.person === person);

export const noteSetAside = (one: SetAside): void => write([one, ...read()]);

/** Takes it off the list; the store itself goes as soon as no page holds it. */
export function forgetSetAside({ store }: SetAside): void {
  write(read().filter((one) => one.store !== store));
  indexedDB.deleteDatabase(store);
}

const read = (): readonly SetAside[] => recallList(KEY, isSetAside);

// Where there is no room for the list, it lies aside all the same, only nobody is told of it.
const write = (all: readonly SetAside[]): void => rememberJson(KEY, all);

const isSetAside = (value: unknown): value is SetAside =>
  typeof value === 'object' &&
  value !== null &&
  ['store', 'map', 'person', 'why'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string') &&
  typeof (value as Partial<SetAside>).at === 'number';
