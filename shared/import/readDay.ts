const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A calendar day as people write it, as `2026-11-14`: ISO, day before month with points or slashes, "14 Nov 2026", and
 * months and quarters, which stand for their first day. Null for all else, and for days that no calendar has.
 */
export function readDay(cell: string): string | null {
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:T.*)?$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3] ?? '1');
  const ordered = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  if (ordered) {
    const [, one = '', two = '', year] = ordered;
    // Only a month above twelve tells that the month comes first.
    return Number(two) > 12 ? dayOf(year, one, two) : dayOf(year, two, one);
  }
  const month = /^(\d{1,2})[./](\d{4})$/.exec(text);
  if (month) return dayOf(month[2], month[1], '1');
  const quarter = /^(?:q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?q([1-4]))$/i.exec(text);
  if (quarter) return dayOf(quarter[2] ?? quarter[3], String(Number(quarter[1] ?? quarter[4]) * 3 - 2), '1');
  const named = /^(?:(\d{1,2})\.? )?([a-z]{3})[a-z]*\.?,? (?:(\d{1,2}),? )?(\d{4})$/i.exec(text);
  if (!named) return null;
  const index = MONTHS.indexOf(named[2]?.toLowerCase() ?? '');
  return index < 0 ? null : dayOf(named[4], String(index + 1), named[1] ?? named[3] ?? '1');
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(text);
  // The 31st of February rolls over: only a day that comes back as it went in is one.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? null : text;
}
