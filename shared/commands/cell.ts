import type { Place } from '../model/records.ts';

/** Whether two places are the same cell. */
export const samePlace = (a: Place | null, b: Place | null): boolean => a?.step === b?.step && a?.lane === b?.lane;

/** The items of one cell, in the order of the table they come from. */
export const cellOf = <T extends { readonly place: Place | null }>(items: readonly T[], place: Place | null): T[] =>
  items.filter((item) => samePlace(item.place, place));
