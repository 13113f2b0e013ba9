import { beforeAll, describe, expect, it } from 'vitest';
import { type Staff, startCompany } from '../../support/companySignIn.ts';
import { freePort } from '../../support/freePort.ts';
import { afterwards, startServer, type TestServer } from '../../support/testServer.ts';
import { newGuest, TestVisitor } from '../../support/visitor.ts';

/** The people of the company, as its sign-in knows them. */
const staff: Staff = {
  ada: { email: 'ada@company.example', name: 'Ada Lovelace', email_verified: true },
  grace: { email: 'grace@company.example', name: 'Grace Hopper', email_verified: false },
  mallory: { email: 'victim@company.example', name: 'Mallory', email_verified: true },
};

let issuer: string;
let server: TestServer;

beforeAll(async () => {
  const port = await freePort();
  const publicOrigin = `http://127.0.0.1:${port}`;
  const company = await startCompany(`${publicOrigin}/api/auth/callback/company`, staff, ({ headers }) =>
    String(headers['x-sign-in']),
  );
  afterwards(company.close);
  const { clientId, clientSecret } = company;
  issuer = company.issuer;
  const openId = { issuer, clientId, clientSecret, name: 'Company' };
  server = await startServer({ environment: { port, publicOrigin, openId, signUpOpen: true } });
});

/** Follows the company's sign-in as a browser would, until it leads back to us. */
async function atCompany(url: string, who: string): Promise<string> {
  const browser = new TestVisitor(issuer);
  let next = url;
  for (let step = 0; step < 10; step++) {
    const response = await browser.fetch(next, { headers: { 'x-sign-in': who } });
    const to = response.headers.get('location');
    if (!to) throw new Error(`the company's sign-in stopped with ${response.status}: ${await response.text()}`);
    next = new URL(to, issuer).href;
    if (!next.startsWith(issuer)) return next;
  }
  throw new Error('the company leads round in circles');
}

const begin = async (visitor: TestVisitor, callbackURL = '/'): Promise<string> => {
  const body = { provider: 'company', callbackURL, errorCallbackURL: '/sign-in?failed' };
  const { url }: { url: string } = await visitor.expect('POST', '/api/auth/sign-in/social', { body });
  return url;
};

async function signIn(visitor: TestVisitor, who: string, callbackURL = '/'): Promise<string | null> {
  const back = await atCompany(await begin(visitor, callbackURL), who);
  const response = await visitor.fetch(back);
  expect(response.status).toBe(303);
  return response.headers.get('location');
}

describe("the company's sign-in", () => {
  it('makes an account of a guest, who keeps their maps and lands where they wanted to', async () => {
    const visitor = await newGuest(server.url);
    expect((await visitor.me()).openId).toEqual({ name: 'Company' });
    const map = await visitor.createMap('Kept');
    const { id, cookie } = visitor;
    expect(await signIn(visitor, 'ada', `/m/${map}?view=map`)).toBe(`/m/${map}?view=map`);
    expect(await visitor.me()).toMatchObject({
      id,
      kind: 'account',
      email: 'ada@company.example',
      name: 'Ada Lovelace',
    });
    expect(await visitor.expect('GET', '/api/maps')).toMatchObject([{ id: map, role: 'owner' }]);
    expect(await server.access.visitorOf({ cookie })).toBeNull();
    expect(await visitor.expect('GET', '/api/auth/list-accounts')).toEqual([{ providerId: 'company' }]);

    // From another browser they are the same person, also when the company calls them by another name meanwhile.
    staff.ada = { email: 'ada@company.example', name: 'Ada King', email_verified: true };
    const elsewhere = await newGuest(server.url);
    const theirs = await elsewhere.createMap('Made elsewhere');
    await signIn(elsewhere, 'ada');
    expect((await elsewhere.me()).id).toBe(id);
    expect(await elsewhere.expect('GET', `/api/maps/${theirs}/me`)).toEqual({ role: 'owner' });
    // Signed in already, they may do it again.
    await signIn(elsewhere, 'ada');
    expect((await elsewhere.me()).id).toBe(id);
    // There is no password to be asked for.
    const left = await elsewhere.expect('POST', '/api/auth/delete-user', { body: {} });
    expect(left).toMatchObject({ maps: [{ became: 'trash' }, { became: 'trash' }] });
  });

  it('takes people whose address the company did not check, but nobody over an account with a password', async () => {
    const grace = await newGuest(server.url);
    expect(await signIn(grace, 'grace')).toBe('/');
    expect((await grace.me()).email).toBe('grace@company.example');

    const victim = await (await newGuest(server.url)).signUp('victim@company.example');
    const mallory = await newGuest(server.url);
    expect(await signIn(mallory, 'mallory')).toMatch(/^\/sign-in\?failed/);
    expect((await mallory.me()).kind).toBe('guest');
    expect((await victim.me()).email).toBe('victim@company.example');
  });

  it('stores none of the tokens it was given', async () => {
    const rows = await server.access.settings.db.selectFrom('account').selectAll().execute();
    const ofCompany = rows.filter(({ provider }) => provider === 'company');
    expect(ofCompany.length).toBeGreaterThan(0);
    for (const row of ofCompany) {
      expect([row.access_token, row.refresh_token, row.id_token]).toEqual([null, null, null]);
    }
  });

  it.each([
    ['an invented state', (back: URL) => back.searchParams.set('state', 'invented')],
    ['an invented code', (back: URL) => back.searchParams.set('code', 'invented')],
    ['a refusal', (back: URL) => back.searchParams.set('error', 'access_denied')],
    ['nothing', (back: URL) => Object.assign(back, { search: '' })],
  ])('that comes back with %s leads to the page that says so, and to no session', async (_what, spoil) => {
    const visitor = await newGuest(server.url);
    const { id } = visitor;
    const back = new URL(await atCompany(await begin(visitor), 'ada'));
    spoil(back);
    const response = await visitor.fetch(back.href);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/sign-in\?failed/),
    ]);
    expect(await visitor.me()).toMatchObject({ id, kind: 'guest' });
  });

  it('cannot be begun in one browser and ended in another', async () => {
    const attacker = await newGuest(server.url);
    const back = await atCompany(await begin(attacker), 'ada');
    const victim = await newGuest(server.url);
    const response = await victim.fetch(back);
    expect(response.headers.get('location')).toMatch(/^\/sign-in\?failed/);
    expect((await victim.me()).kind).toBe('guest');
  });

  it('that cannot be reached keeps nobody out but those who want to use it', async () => {
    const publicOrigin = 'http://127.0.0.1:1';
    const openId = { issuer: 'http://127.0.0.1:1', clientId: 'a', clientSecret: 'b', name: 'Company' };
    const own = await startServer({ environment: { publicOrigin, openId } });
    const visitor = await newGuest(own.url);
    await visitor.signUp('works@example.com');
    const body = { provider: 'company', callbackURL: '/', errorCallbackURL: '/' };
    expect(await visitor.request('POST', '/api/auth/sign-in/social', { body })).toMatchObject({
      status: 503,
      error: 'sign_in_unavailable',
    });
  });
});
