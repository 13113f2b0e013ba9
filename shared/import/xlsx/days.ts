/** Day 0 of a spreadsheet's calendar; before March 1900 it has a day that never was. */
const epoch = Date.UTC(1899, 11, 30);
const firstSafe = 61;

/** A calendar day as a spreadsheet counts it; null for one that no calendar has, which stays text. */
export function serialOfDay(day: string): number | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return null;
  const serial = Math.round((time - epoch) / 86_400_000);
  return serial >= firstSafe ? serial : null;
}

/** The day of a cell that is formatted as a date, `2026-11-14`; '' for one outside of every calendar. */
export function dayOfSerial(serial: number): string {
  const time = epoch + Math.floor(serial) * 86_400_000;
  return serial >= 0 && serial < 2_958_466 ? new Date(time).toISOString().slice(0, 10) : '';
}
