import { describe, expect, it } from 'vitest';
import { broughtWords, endOf, expiryWords, LASTS } from '../../../client/panels/share/shareWords.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

describe('when a link ends', () => {
  it('counts from now, in the form that the server takes', () => {
    expect(endOf('never', NOW)).toBeNull();
    expect(endOf('hours', NOW)).toBe('2026-11-22T16:00:00.000Z');
    expect(endOf('day', NOW)).toBe('2026-11-23T12:00:00.000Z');
    expect(endOf('month', NOW)).toBe('2026-12-22T12:00:00.000Z');
    for (const { value, ms } of LASTS) expect(endOf(value, NOW) === null).toBe(ms === null);
  });

  it('is said as a day and a time, and as over when it is', () => {
    expect(expiryWords(null, NOW)).toBeNull();
    expect(expiryWords(new Date(NOW + 86_400_000).toISOString(), NOW)).toMatch(/^expires 2\d November, \d\d:\d\d$/);
    expect(expiryWords(new Date(NOW).toISOString(), NOW)).toBe('has expired');
  });
});

it('counts whom a link has brought', () => {
  expect([0, 1, 12].map(broughtWords)).toEqual(['nobody has come by it yet', 'brought 1 person', 'brought 12 people']);
});
