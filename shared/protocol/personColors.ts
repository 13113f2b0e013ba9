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
