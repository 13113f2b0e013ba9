import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAnew, changeMe, hearMe, onOtherPerson, refreshMe, takeMe, useMe } from '../../../client/session/me.ts';
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

describe('another name', () => {
  /** A server that keeps somebody, and answers each question when it is told to, with what is so by then or was before. */
  function aServer() {
    let kept = jo;
    const asked: { readonly method: string; readonly answer: () => void }[] = [];
    vi.stubGlobal('fetch', (_url: string, { method = 'GET', body = '{}' }: RequestInit = {}) => {
      const then = kept;
      return new Promise<Response>((resolve) => {
        const answer = () => {
          if (method === 'PATCH') kept = { ...kept, ...(JSON.parse(String(body)) as Partial<Me>) };
          resolve(method === 'PATCH' ? new Response(null, { status: 204 }) : Response.json(then));
        };
        asked.push({ method, answer });
      });
    });
    /** Answers the next question of this kind, once it is asked. */
    const answer = async (method: string) => {
      await vi.waitUntil(() => asked.some((one) => one.method === method));
      asked
        .splice(
          asked.findIndex((one) => one.method === method),
          1,
        )[0]
        ?.answer();
    };
    return { asked, answer, kept: () => kept };
  }
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is not taken back by the answer to a question from before it', async () => {
    takeMe(jo);
    const server = aServer();
    const refreshed = refreshMe();
    const changed = changeMe({ name: 'Mika' });
    await server.answer('GET');
    await server.answer('PATCH');
    await changed;
    expect(useMe.getState().me.name).toBe('Mika');
    await server.answer('GET');
    await refreshed;
    expect(useMe.getState().me.name).toBe('Mika');
  });

  it('is not taken back by what the server says in passing meanwhile', async () => {
    takeMe(jo);
    const server = aServer();
    const changed = changeMe({ name: 'Mika' });
    hearMe(jo);
    expect(useMe.getState().me.name).toBe('Mika');
    await server.answer('PATCH');
    await changed;
    const refreshed = refreshMe();
    await server.answer('GET');
    expect(await refreshed).toMatchObject({ value: { name: 'Mika' } });
    expect(useMe.getState().me.name).toBe('Mika');
  });

  it('arrives after the one before it, however long that takes', async () => {
    takeMe(jo);
    const server = aServer();
    const changed = [changeMe({ name: 'Mi' }), changeMe({ name: 'Mika' })];
    await server.answer('PATCH');
    await server.answer('PATCH');
    await Promise.all(changed);
    expect([server.kept().name, useMe.getState().me.name]).toEqual(['Mika', 'Mika']);
  });
});
