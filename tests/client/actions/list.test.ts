import { expect, it, vi } from 'vitest';

// There is no page here; the list only asks where it is.
vi.stubGlobal('location', { hash: '', pathname: '/', search: '' });
vi.stubGlobal('window', { addEventListener: () => {} });
vi.stubGlobal('localStorage', { getItem: () => null });
const { ACTIONS } = await import('../../../client/actions/list.ts');

/** Whether two actions can be asked for in the same place. */
const meet = (one: string | undefined, other: string | undefined) =>
  one === undefined || other === undefined || one === other;

it('every action has a name and a key of its own, and no key stands for two things in one place', () => {
  expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
  const taken = ACTIONS.flatMap(({ id, keys, view }) => keys.map((key) => ({ id, key, view })));
  const twice = taken.filter(({ id, key, view }) =>
    taken.some((other) => other.id !== id && other.key === key && meet(other.view, view)),
  );
  expect(twice).toEqual([]);
});

it('what has no key is one choice of several, and the several have one', () => {
  const keyless = ACTIONS.filter(({ keys }) => keys.length === 0).map(({ id }) => id.slice(0, id.lastIndexOf('.')));
  const keyed = new Set(ACTIONS.filter(({ keys }) => keys.length > 0).map(({ id }) => id));
  expect(keyless.filter((id) => !keyed.has(id))).toEqual([]);
});
