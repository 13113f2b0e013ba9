import { beforeEach, expect, it, vi } from 'vitest';
import { askAnew, hearMe, onOtherPerson, refreshMe, takeMe, useMe } from '../../../client/session/me.ts';
import type { Me } from '../../../shared/protocol/access.ts';

const jo: Me = {
  id: 'jo',
  name: 'Guest 42',
  color: '#2668c9',
  kind: 'guest',
  email: null,
  named: false,
  mayCreateMaps: true,
  signUpOpen: true,
  openId: null,
};

beforeEach(() => useMe.setState(useMe.getInitialState(), true));

it('is nobody in particular before the server has answered, and may do nothing', () => {
  expect(useMe.getState()).toMatchObject({ me: { id: '', mayCreateMaps: false }, heard: false });
});

it('takes in another name that the server tells in passing', () => {
  takeMe(jo);
  hearMe({ id: 'jo', name: 'Jo', color: '#4d7c1f' });
  expect(useMe.getState().me).toEqual({ ...jo, name: 'Jo', color: '#4d7c1f' });
});

it('tells of another person, and neither of the first one nor of a new name', () => {
  const told = vi.fn();
  const stop = onOtherPerson(told);
  takeMe(jo);
  takeMe({ ...jo, name: 'Jo', named: true });
  // Signing up keeps the person.
  takeMe({ ...jo, kind: 'account', email: 'jo@example.com' });
  expect(told).not.toHaveBeenCalled();
  takeMe({ ...jo, id: 'robin' });
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  takeMe(jo);
  expect(told).toHaveBeenCalledTimes(1);
});

it('a question from before a sign-out, answered after it, brings nobody back', async () => {
  const answers: ((me: Me) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise((resolve) => answers.push((me) => resolve(Response.json(me)))));
  const before = refreshMe();
  const after = askAnew();
  answers[1]?.({ ...jo, id: 'guest' });
  await after;
  answers[0]?.({ ...jo, kind: 'account', email: 'jo@example.com' });
  await before;
  expect(useMe.getState().me.id).toBe('guest');
  vi.unstubAllGlobals();
});
