/** The day of a moment as an ISO date, where the program runs: "stale" and "due" mean the reader's calendar. */
export function isoToday(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
