import { expect, it } from 'vitest';
import { whoIsHere } from '../../../client/panels/topbar/whoIsHere.ts';
import { anOther } from '../presence/anOther.ts';

it('one person with two tabs is one person, at the place where they do something', () => {
  const here = whoIsHere(
    [anOther(1, 'mika'), anOther(2, 'mika', { selection: [{ kind: 'touchpoint', id: 't1' }] })],
    'me',
  );
  expect(here).toHaveLength(1);
  expect(here[0]?.at).toEqual([{ kind: 'touchpoint', id: 't1' }]);
});

it('a second tab of mine is nobody else', () => {
  expect(whoIsHere([anOther(1, 'me')], 'me')).toEqual([]);
});

it('what somebody types in says more than what they have selected', () => {
  const [mika] = whoIsHere(
    [anOther(1, 'mika', { editing: 'step/s1/title', selection: [{ kind: 'lane', id: 'l1' }] })],
    'me',
  );
  expect(mika?.at).toEqual([{ kind: 'step', id: 's1' }]);
});

it('nothing is followed that names no item of a map', () => {
  const [mika] = whoIsHere([anOther(1, 'mika', { editing: '__proto__/x/title' })], 'me');
  expect(mika?.at).toEqual([]);
});
