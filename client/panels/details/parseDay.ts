/** Why somebody cannot mean this day, as a date field gives it; null when they can. */
export function dayProblem(day: string): string | null {
  // Who types 27 for 2027 has typed the year 27 as far as a browser knows; over 9999 it writes more figures.
  return /^[1-9]\d{3}-/.test(day) ? null : 'Write the year with four figures, like 2027.';
}

/** The last day a date field offers: beyond it browsers write years of five figures and more. */
export const LAST_DAY = '9999-12-31';
