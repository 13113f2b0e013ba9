import { describe, expect, it } from 'vitest';
import { titleFrom } from '../../../client/home/importFiles.ts';
import { whenChanged } from '../../../client/home/whenChanged.ts';
import { routeOf, safePath, signInPath } from '../../../client/ui/route.ts';

describe('the words of the home page', () => {
  const now = Date.parse('2026-11-14T12:00:00Z');
  it.each([
    ['2026-11-14T11:59:40Z', 'just now'],
    ['2026-11-14T11:59:00Z', '1 minute ago'],
    ['2026-11-14T09:00:00Z', '3 hours ago'],
    ['2026-11-12T12:00:00Z', '2 days ago'],
    ['2026-10-01T12:00:00Z', 'Oct 1, 2026'],
    // A clock that is ahead of ours: still not in the future.
    ['2026-11-14T12:05:00Z', 'just now'],
    ['never', ''],
  ])('%s was %s', (iso, words) => {
    expect(whenChanged(iso, now)).toBe(words);
  });

  it.each([
    ['business-bank-onboarding.csv', 'Business bank onboarding'],
    ['Journey_2026 v2.tsv', 'Journey 2026 v2'],
    ['.csv', 'Imported map'],
  ])('the file %s becomes the map %s', (name, title) => {
    expect(titleFrom(name)).toBe(title);
  });
});

it.each([
  ['/', { page: 'home' }],
  ['/?trash', { page: 'trash' }],
  ['/m/abc-123_X', { page: 'map', mapId: 'abc-123_X' }],
  ['/m/abc/', { page: 'map', mapId: 'abc' }],
  ['/m/', { page: 'unknown' }],
  ['/m/a/b', { page: 'unknown' }],
  ['/join/abc-123_X', { page: 'join', token: 'abc-123_X' }],
  ['/account', { page: 'account' }],
  ['/sign-in', { page: 'sign-in', isNew: false, failed: false, next: '/' }],
  ['/sign-in?new=&next=%2Fm%2Fabc', { page: 'sign-in', isNew: true, failed: false, next: '/m/abc' }],
  ['/sign-in?next=%2F%2Fevil.example', { page: 'sign-in', isNew: false, failed: false, next: '/' }],
  ['/sign-in?failed&error=access_denied', { page: 'sign-in', isNew: false, failed: true, next: '/' }],
  ['/elsewhere', { page: 'unknown' }],
] as const)('the address %s', (address, route) => {
  expect(routeOf(address)).toEqual(route);
});

it.each([
  'https://evil.example/m/abc',
  '//evil.example',
  '/\\evil.example',
  '/m/../../evil',
  'javascript:alert(1)',
  '/sign-in?next=/m/abc',
  '/join/abc',
  '/api/maps',
  '',
])('signing in never leads to %s', (path) => {
  expect(safePath(path)).toBe('/');
});

it('signing in leads back to where one was', () => {
  for (const path of ['/', '/?trash', '/account', '/m/abc']) {
    expect(routeOf(signInPath(path, true))).toMatchObject({ page: 'sign-in', isNew: true, next: path });
  }
});
