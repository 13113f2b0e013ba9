import { expect, it } from 'vitest';
import { bytes, RawClient, until } from '../support/clients.ts';
import { startProcess } from '../support/serverProcess.ts';
import { temporaryFolder } from '../support/testServer.ts';
import { newGuest } from '../support/visitor.ts';
import { Writer } from '../support/writer.ts';

it('the log of everything there is to log holds no content, no secret, and no address of a map', async () => {
  const token = 'metrics-token-of-the-operator';
  const variables = { DATA_DIR: await temporaryFolder(), LOG_LEVEL: 'trace', METRICS_TOKEN: token };
  const server = await startProcess(variables);
  let log = '';
  server.process.stdout?.on('data', (data) => {
    log += data;
  });
  const owner = await newGuest(server.url);
  const map = await owner.createMap('Titlemark');
  const { url } = await owner.link(map, 'editor', { password: 'Passwordmark' });
  const linkToken = new URL(url).pathname.split('/').at(-1) ?? '';
  const guest = await newGuest(server.url);
  await guest.request('POST', `/api/join/${linkToken}`, { body: { password: 'Wrongmark' } });
  await guest.request('POST', `/api/join/${linkToken}`, { body: { password: 'Passwordmark' } });
  await guest.request('POST', '/api/join/Tokenmark', { body: {} });
  await guest.request('GET', '/join/Tokenmark');
  await owner.request('PATCH', '/api/me', { body: { name: 'Namemark' } });
  await owner.request('PATCH', `/api/maps/${map}`, { body: { title: 'Titlemark two' } });
  await owner.request('POST', '/api/import?title=Filemark', {
    body: new TextEncoder().encode('Stage,Step\nCellmark,B\n'),
    headers: { 'content-type': 'text/csv' },
  });
  await owner.request('POST', '/api/maps', { body: '{"Bodymark', headers: { 'content-type': 'application/json' } });
  await owner.signUp('mailmark@example.com', { password: 'Secretmark long enough' });
  await guest.request('POST', '/api/auth/sign-in/email', {
    body: { email: 'mailmark@example.com', password: 'Othermark' },
  });
  await guest.request('GET', '/metrics', { headers: { authorization: `Bearer ${token}` } });
  const writer = await Writer.join(owner, map, 'w');
  writer.write('Editmark');
  await until('it is saved', () => writer.saved === 1);
  const bad = await RawClient.open(owner, map);
  bad.send(bytes(0, 2, 3, 255, 255, 255));
  await bad.closed;
  const stranger = await newGuest(server.url);
  await (await RawClient.open(stranger, map)).closed;
  await server.kill('SIGTERM');

  // Otherwise nothing was put to the test.
  expect(log).toContain('"route":"/api/maps/:id"');
  expect(log).toMatch(/refused a message/);
  const all = log + server.errors();
  expect(all.match(/\w*mark\b/g) ?? []).toEqual([]);
  const cookies = [owner, guest].flatMap(({ cookie }) =>
    cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)),
  );
  for (const secret of [map, linkToken, token, ...cookies, ...cookies.map(decodeURIComponent)]) {
    expect(secret.length).toBeGreaterThan(10);
    expect(all).not.toContain(secret);
  }
  for (const line of log.trim().split('\n').slice(1)) if (line.startsWith('{')) JSON.parse(line);
});
