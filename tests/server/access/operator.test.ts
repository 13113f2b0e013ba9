import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtServer } from '../../support/builtServer.ts';
import { startServer, type TestServer, temporaryFolder } from '../../support/testServer.ts';
import { newGuest } from '../../support/visitor.ts';

let server: TestServer;
let map: string;
beforeAll(async () => {
  server = await startServer();
  map = await (await guest()).createMap();
});

const guest = () => newGuest(server.url);

/** The command line beside the running server. */
async function run(...args: string[]): Promise<string> {
  return runIn(server.folder, ...args);
}

async function runIn(folder: string, ...args: string[]): Promise<string> {
  const cli = join(dirname((await builtServer()).main), 'cli.js');
  const env = { PATH: process.env.PATH, DATA_DIR: folder, PORT: new URL(server.url).port };
  return promisify(execFile)(process.execPath, [cli, ...args], { env }).then(
    ({ stdout }) => stdout,
    (error: { code: number; stderr: string }) => `${error.code}: ${error.stderr}`,
  );
}

describe('throughline link', () => {
  it('makes an owner of who follows it, once, while the server runs', async () => {
    const lost = await (await guest()).createMap('Whose owner lost it');
    expect(await run('link')).toContain(`${lost}  Whose owner lost it\n`);
    const url = (await run('link', `${server.url}/m/${lost}`)).trim();
    expect(url.startsWith(`${server.url}/join/`)).toBe(true);
    const finder = await guest();
    expect(await finder.join(url)).toBe(`/m/${lost}`);
    expect(await finder.expect('GET', `/api/maps/${lost}/me`)).toEqual({ role: 'owner' });
    expect(await (await guest()).request('GET', new URL(url).pathname)).toMatchObject({ error: 'unknown_link' });
  });

  it('makes the other links too, and says what it cannot do', async () => {
    const visitor = await guest();
    await visitor.join((await run('link', map, '--role', 'viewer')).trim());
    expect(await visitor.expect('GET', `/api/maps/${map}/me`)).toEqual({ role: 'viewer' });
    expect(await run('link', map, '--role', 'king')).toBe(
      '2: --role takes owner, editor, commenter, viewer, not king.\n',
    );
    expect(await run('link', 'AAAAAAAAAAAAAAAAAAAAAA')).toMatch(/^1: There is no map/);
  });
});

describe('throughline password', () => {
  it('gives an account another password', async () => {
    await (await guest()).signUp('forgot@example.com');
    const made = (await run('password', 'Forgot@Example.com')).trim();
    expect(made).toMatch(/^[A-Za-z0-9_-]{16}$/);
    const credentials = { body: { email: 'forgot@example.com', password: 'correct horse battery' } };
    expect(await (await guest()).request('POST', '/api/auth/sign-in/email', credentials)).toMatchObject({
      status: 401,
    });
    await (await guest()).signIn('forgot@example.com', made);
  });

  it('says what it cannot do', async () => {
    expect(await run('password', 'nobody@example.com')).toMatch(/^1: There is no account with a password under nobody/);
    expect(await run('password')).toMatch(/^2: Name one address/);
    expect(await runIn(await temporaryFolder(), 'password', 'a@example.com')).toMatch(/^1: There are no maps in/);
  });
});
