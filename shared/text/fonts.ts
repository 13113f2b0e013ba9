/** Regular for what is read, semibold for what is found first. */
export type FontWeight = 400 | 600;

/** A family of font files for some scripts. Files have names, not paths: an edge knows where they lie. */
export interface FontFamily {
  readonly name: string;
  /** Code points the family is asked for: first and last, inclusive. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** One file a weight. A family without semibold is emboldened by the painter. */
  readonly files: Readonly<Record<400, string> & Partial<Record<600, string>>>;
}

/** Latin, Greek, Cyrillic, Vietnamese, arrows, mathematical signs: in every export, so its two files are always loaded. */
export const baseFamily: FontFamily = {
  name: 'inter',
  ranges: [[0x20, 0x10ffff]],
  files: { 400: 'Inter-Regular', 600: 'Inter-SemiBold' },
};

/** Families for single scripts, in the order in which they are asked. Loaded when a text has a character of theirs. */
export const scriptFamilies: readonly FontFamily[] = [];
