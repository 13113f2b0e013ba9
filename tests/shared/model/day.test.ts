import { afterEach, expect, it } from 'vitest';
import { isoToday } from '../../../shared/model/day.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it.each([
  ['UTC', '2026-03-01'],
  ['Asia/Tokyo', '2026-03-02'],
  ['America/New_York', '2026-03-01'],
])('the day is the one of the calendar in %s', (where, day) => {
  process.env.TZ = where;
  expect(isoToday(new Date('2026-03-01T20:00:00Z'))).toBe(day);
});
