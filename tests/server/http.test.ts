import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { refuseHost } from '../../server/http/origins.ts';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { TITLE_LIMIT } from '../../shared/model/titles.ts';
import { errorBody, health as healthBody, importedMap, type MapEntry, mapList } from '../../shared/protocol/http.ts';
import { pause } from '../support/clients.ts';
import { startServer, type TestServer, temporaryFolder } from '../support/testServer.ts';

const cases = join(import.meta.dirname, '..', 'support', 'cases');
const NOBODY = 'AAAAAAAAAAAAAAAAAAAAAA';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});

const entries = async (path: string): Promise<MapEntry[]> => mapList.parse((await server.request('GET', path)).json);

describe('maps', () => {
  it('are made, listed with the newest first, read, renamed, thrown away, restored and destroyed', async () => {
    const first = await server.createMap('First');
    const second = await server.createMap('Second');
    expect((await entries('/api/maps')).slice(0, 2).map(({ id }) => id)).toEqual([second, first]);

    const renamed = await server.request('PATCH', `/api/maps/${first}`, { body: { title: '  Renamed  ' } });
    expect(renamed.status).toBe(204);
    expect((await entries('/api/maps'))[0]).toMatchObject({ id: first, title: 'Renamed' });
    const map = (await server.request('GET', `/api/maps/${first}`)).json as MapJson;
    expect(map).toMatchObject({ id: first, title: 'Renamed', stages: [], steps: [], touchpoints: [], people: [] });

    const before = Date.now();
    expect((await server.request('DELETE', `/api/maps/${first}`)).status).toBe(204);
    expect((await entries('/api/maps')).some(({ id }) => id === first)).toBe(false);
    const [thrown] = await entries('/api/trash');
    expect(thrown).toMatchObject({ id: first, title: 'Renamed' });
    expect(Date.parse(thrown?.deletedAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(await server.request('GET', `/api/maps/${first}`)).toMatchObject({ status: 410, error: 'map_in_trash' });

    expect((await server.request('POST', `/api/maps/${first}/restore`)).status).toBe(204);
    expect((await server.request('GET', `/api/maps/${first}`)).status).toBe(200);
    expect((await server.request('DELETE', `/api/trash/${first}`)).status).toBe(404);
    await server.request('DELETE', `/api/maps/${first}`);
    expect((await server.request('DELETE', `/api/trash/${first}`)).status).toBe(204);
    expect(await entries('/api/trash')).toEqual([]);
    expect((await server.request('POST', `/api/maps/${first}/restore`)).status).toBe(404);
  });

  it('are listed and copied with as long a title as there is room for on the map', async () => {
    const title = `${'word '.repeat(TITLE_LIMIT / 5 - 1)}last.`;
    expect(title).toHaveLength(TITLE_LIMIT);
    const id = await server.createMap(title);
    expect((await entries('/api/maps'))[0]).toMatchObject({ id, title });
    const copy = (await server.request('POST', `/api/maps/${id}/copy`, { body: { title } })).json as { id: string };
    expect((await entries('/api/maps'))[0]).toMatchObject({ id: copy.id, title });
    expect((await server.request('POST', `/api/maps/${id}/copy`, { body: {} })).status).toBe(201);
    expect((await entries('/api/maps'))[0]?.title).toMatch(/^word .*word \(copy\)$/);
  });

  it('come as a finished sample, under its own title or another', async () => {
    const made = await server.request('POST', '/api/maps', { body: { sample: 'broadband' } });
    const { id } = made.json as { id: string };
    const map = (await server.request('GET', `/api/maps/${id}`)).json as MapJson;
    expect(map.touchpoints.length).toBeGreaterThan(5);
    expect(map.title).toMatch(/broadband/i);
    const named = await server.request('POST', '/api/maps', { body: { sample: 'broadband', title: 'Mine' } });
    const entry = (await entries('/api/maps')).find((one) => one.id === (named.json as { id: string }).id);
    expect(entry).toMatchObject({ title: 'Mine', counts: { touchpoints: map.touchpoints.length } });
  });
});

describe('an import', () => {
  const post = (body: string | Uint8Array, path = '/api/import', type = 'text/csv') =>
    server.request('POST', path, { body, headers: { 'content-type': type } });

  it('makes a map of every case, without losing a row', async () => {
    const files = (await readdir(cases)).filter((file) => file.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const reply = await post(await readFile(join(cases, file)), `/api/import?title=${file}`);
      expect(reply.status).toBe(201);
      const { id } = importedMap.parse(reply.json);
      const entry = (await entries('/api/maps')).find((one) => one.id === id);
      expect(entry?.title).toBe(file);
      expect(entry?.counts.touchpoints).toBeGreaterThan(0);
    }
  });

  it('reads Windows-1252 and UTF-8 alike', async () => {
    const table = 'Stage,Step,Department,Touchpoint\nGebühr,Prüfen,Büro,Anruf\n';
    const latin = Uint8Array.from(table, (letter) => letter.charCodeAt(0));
    for (const body of [table, `\ufeff${table}`, latin]) {
      const { id } = importedMap.parse((await post(body)).json);
      const map = (await server.request('GET', `/api/maps/${id}`)).json as MapJson;
      expect(map.lanes[0]?.title).toBe('Büro');
    }
  });

  it('says row by row what was not understood', async () => {
    const reply = await post('Stage,Step,Department,Touchpoint,Emotion\nA,B,C,D,7\n');
    expect(importedMap.parse(reply.json).warnings).toMatchObject([{ row: 2, value: '7' }]);
  });

  it.each([
    ['nothing', ''],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['a web page', '<!doctype html><p>Hello'],
    ['prose', 'Dear customer'],
  ])('of %s is refused with a sentence', async (_what, body) => {
    const reply = await post(body);
    expect(reply).toMatchObject({ status: 422, error: 'no_table' });
    expect(errorBody.parse(reply.json).message).toMatch(/\.$/);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'image/png'])('sent as %s is refused', async (type) => {
    const reply = await post('a,b', '/api/import', type);
    expect(reply).toMatchObject({ status: 415, error: 'wrong_type' });
    expect(errorBody.parse(reply.json).message).toContain('application/octet-stream');
  });

  it('of 10,000 rows does not keep anybody waiting', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `S${at % 7},Step ${at % 200},Lane ${at % 9},Touch ${at}`);
    const importing = post(`Stage,Step,Department,Touchpoint\n${rows.join('\n')}\n`);
    let answered = 0;
    let done = false;
    void importing.then(() => {
      done = true;
    });
    while (!done) {
      await server.request('GET', '/api/health');
      answered++;
    }
    const { id } = importedMap.parse((await importing).json);
    expect((await entries('/api/maps')).find((one) => one.id === id)?.counts.touchpoints).toBe(10_000);
    const map = (await server.request('GET', `/api/maps/${id}`)).json as MapJson;
    expect(map).toMatchObject({ id, title: 'Imported map' });
    expect(map.touchpoints).toHaveLength(10_000);
    // On the thread of the rooms it would be a second or two.
    // In its course, not once it is over; a server that stood still would have answered one or two.
    expect(answered).toBeGreaterThan(15);
  });
});

describe('what is wrong', () => {
  it.each<[string, string, string, unknown, number]>([
    ['a map that is unknown', 'GET', `/api/maps/${NOBODY}`, undefined, 404],
    ['an id that is none', 'GET', '/api/maps/..%2f..%2fetc', undefined, 404],
    ['renaming a map that is unknown', 'PATCH', `/api/maps/${NOBODY}`, { title: 'x' }, 404],
    ['throwing away a map that is unknown', 'DELETE', `/api/maps/${NOBODY}`, undefined, 404],
    ['restoring a map that is unknown', 'POST', `/api/maps/${NOBODY}/restore`, undefined, 404],
    ['destroying a map that is unknown', 'DELETE', `/api/trash/${NOBODY}`, undefined, 404],
    ['a map without title', 'POST', '/api/maps', {}, 400],
    ['a map with an empty title', 'POST', '/api/maps', { title: '  ' }, 400],
    ['a map with a title that is a number', 'POST', '/api/maps', { title: 5 }, 400],
    ['a map with an endless title', 'POST', '/api/maps', { title: 'x'.repeat(TITLE_LIMIT + 1) }, 400],
    ['a map with something nobody knows', 'POST', '/api/maps', { title: 'x', admin: true }, 400],
    ['an unknown sample', 'POST', '/api/maps', { sample: 'nope' }, 400],
    ['a list in the place of a map', 'POST', '/api/maps', ['x'], 400],
    ['a rename to nothing', 'PATCH', `/api/maps/${NOBODY}`, { title: '' }, 400],
    ['an address that cannot be read', 'GET', '/api/maps/%', undefined, 400],
    ['a link that cannot be read', 'GET', '/join/%E0%A4%A', undefined, 400],
    ['a view of something that is no map', 'GET', '/m/x%0d%0aSet-Cookie:a=b/present', undefined, 404],
    ['an address that does not exist', 'GET', '/api/nothing', undefined, 404],
    ['a method that does not exist there', 'PUT', '/api/maps', { title: 'x' }, 404],
    ['a body of 20 MB', 'POST', '/api/maps', { title: 'x'.repeat(20_000_000) }, 413],
  ])('%s is said in JSON', async (_what, method, path, body, status) => {
    const reply = await server.request(method, path, body === undefined ? {} : { body });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    const { error, message } = errorBody.parse(reply.json);
    expect(error).toMatch(/^[a-z_]+$/);
    expect(message).toMatch(/\.$/);
    expect(reply.text).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
  });

  it.each<[unknown, string]>([
    [{ title: 5 }, '"title" must be a text.'],
    [{ title: '  ' }, 'A map needs a title.'],
    [{ title: 'x', admin: true }, 'Nothing is known here by the name "admin".'],
    [{ sample: 'nope' }, 'There is no such sample.'],
    [['x'], 'The request must be a JSON object.'],
  ])('a map of %j is refused in a sentence for people', async (body, message) => {
    const reply = await server.request('POST', '/api/maps', { body });
    expect(errorBody.parse(reply.json).message).toBe(message);
  });

  it.each([
    ['/api/import', 'text/csv', 11_000_000, '10 MB'],
    ['/api/maps', 'application/json', 100_000, '64 kB'],
  ])('what is too large for %s is told how large it may be', async (path, type, size, limit) => {
    const body = new Uint8Array(size);
    const reply = await server.request('POST', path, { body, headers: { 'content-type': type } });
    expect(reply).toMatchObject({ status: 413, error: 'too_large' });
    expect(errorBody.parse(reply.json).message).toBe(`What was sent is too large. At most ${limit} are taken here.`);
  });

  it.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8'])('JSON as %s is read', async (type) => {
    const reply = await server.request('POST', '/api/maps', {
      body: new TextEncoder().encode('{"title": "Größe"}'),
      headers: { 'content-type': type },
    });
    expect(reply.status).toBe(201);
  });

  it.each([
    ['no JSON', '{"title": ', 'application/json', 400],
    ['JSON that reaches for prototypes', '{"title": "x", "__proto__": {"a": 1}}', 'application/json', 400],
    ['another type', '{"title": "x"}', 'text/plain', 415],
    ['a type with something hidden in it', '{"title": "x"}', 'application/json\ta', 415],
    ['a form', 'title=x', 'application/x-www-form-urlencoded', 415],
    ['no type', '{"title": "x"}', '', 415],
    ['an empty body', '', 'application/json', 400],
  ])('a body that is %s is refused', async (_what, body, type, status) => {
    // By hand: fetch adds a content type of its own where there is none.
    const { port } = new URL(server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      socket.write(
        `POST /api/maps HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n${type ? `Content-Type: ${type}\r\n` : ''}Content-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const json: unknown = JSON.parse(
      answer
        .slice(answer.indexOf('\r\n\r\n'))
        .replace(/^[^{]*/, '')
        .replace(/[^}]*$/, ''),
    );
    expect(errorBody.safeParse(json).success).toBe(true);
  });
});

describe('a request', () => {
  it.each([
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from a page without origin', { origin: 'null' }, 403],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['that a browser says is from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['that a browser says is from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['that a browser says is our own', { 'sec-fetch-site': 'same-origin' }, 201],
    ['of a program', {}, 201],
  ])('%s that changes something: %o -> %i', async (_what, headers, status) => {
    const reply = await server.request('POST', '/api/maps', {
      body: { title: 'x' },
      headers: headers as Record<string, string>,
    });
    expect(reply.status).toBe(status);
    if (status === 403) expect(reply.error).toBe('foreign_origin');
  });

  it('from the page itself may change something', async () => {
    const reply = await server.request('POST', '/api/maps', { body: { title: 'x' }, headers: { origin: server.url } });
    expect(reply.status).toBe(201);
  });

  it('behind a configured origin is compared with that', async () => {
    const own = await startServer({ environment: { publicOrigin: 'https://maps.example.com' } });
    const post = (origin: string) => own.request('POST', '/api/maps', { body: { title: 'x' }, headers: { origin } });
    expect((await post('https://maps.example.com')).status).toBe(201);
    expect((await post(own.url)).status).toBe(403);
  });

  it('too many of which come from one address has to wait', async () => {
    const own = await startServer({ environment: { requestsPerMinute: 5 } });
    const replies = await Promise.all(Array.from({ length: 7 }, () => own.request('GET', '/api/maps')));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(replies.find(({ status }) => status === 429)).toMatchObject({ error: 'too_many_requests' });
  });

  it('that arrives byte by byte is cut off', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.on('error', () => {});
    socket.write('GET /api/health HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const drip = setInterval(() => socket.write('x'), 200);
    await closed;
    clearInterval(drip);
  });

  it('under a name that anybody could have registered is refused', async () => {
    const { port } = new URL(server.url);
    const ask = (host: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1');
        socket.once('data', (data) => resolve(String(data)));
        socket.write(`GET /api/maps HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      });
    expect(await ask(`rebound.example.com:${port}`)).toMatch(/^HTTP\/1.1 421 .*PUBLIC_ORIGIN/s);
    for (const host of ['localhost', '192.168.1.5', '[::1]', 'workshop-laptop', 'laptop.local']) {
      expect(await ask(`${host}:${port}`)).toMatch(/^HTTP\/1.1 200 /);
    }
  });

  it.each([
    ['maps.example.com', true],
    ['MAPS.example.com:443', true],
    ['127.0.0.1:4321', true],
    ['throughline', true],
    ['rebound.example.org', false],
    ['example.com', false],
  ])('behind a configured origin and under the name %s: %s', (host, served) => {
    const refused = refuseHost(host, { publicOrigin: 'https://maps.example.com' });
    if (served) expect(refused).toBeNull();
    else expect(refused).toMatch(/does not know the name .* It is served under https:\/\/maps\.example\.com/);
  });
});

describe('every answer', () => {
  it.each(['/api/health', '/api/nothing', '/'])('%s carries the headers that keep a page safe', async (path) => {
    const { headers } = await server.request('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src[^;]*unsafe-(inline|eval')/.test(policy.replace('wasm-unsafe-eval', ''))).toBe(false);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('about health says ready', async () => {
    const reply = await server.request('GET', '/api/health');
    expect(reply.status).toBe(200);
    expect(healthBody.parse(reply.json)).toEqual({ status: 'ready', reasons: [] });
  });
});

describe('the page', () => {
  let own: TestServer;
  beforeAll(async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Throughline</title>');
    await writeFile(join(folder, 'assets', 'main-1234.js'), 'export {};');
    await writeFile(join(folder, 'assets', 'main-1234.js.br'), 'compressed');
    await writeFile(join(folder, 'favicon.svg'), '<svg/>');
    own = await startServer({ pageFolder: folder });
  });

  it.each(['/', `/m/${NOBODY}`])('is served at %s and asked for each time', async (path) => {
    const reply = await own.request('GET', path);
    expect(reply).toMatchObject({ status: 200, text: '<!doctype html><title>Throughline</title>' });
    expect(reply.headers.get('cache-control')).toBe('no-cache');
  });

  it('brings files that are kept for ever, compressed where the browser can read that', async () => {
    const reply = await own.request('GET', '/assets/main-1234.js', { headers: { 'accept-encoding': 'identity' } });
    expect(reply).toMatchObject({ status: 200, text: 'export {};' });
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const compressed = await fetch(`${own.url}/assets/main-1234.js`, { headers: { 'accept-encoding': 'br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect((await own.request('GET', '/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/gone.js', '/m/a/b', '/nothing', '/../package.json', '/assets/%2e%2e/%2e%2e/secret', '/assets'])(
    'is not served in the place of %s',
    async (path) => {
      const reply = await own.request('GET', path);
      expect(reply.status).toBe(404);
      expect(reply.text).not.toContain('<title>Throughline');
    },
  );

  it('says in words to a person that there is nothing', async () => {
    const reply = await own.request('GET', '/nothing', { headers: { accept: 'text/html' } });
    expect(reply.status).toBe(404);
    expect(reply.text).toContain('<h1>There is nothing at this address.</h1>');
    expect(reply.text).toContain('width=device-width');
    // The page's own style is allowed, and no other.
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(reply.text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(reply.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });
});

it('does not stay open for a request that never ends', async () => {
  const own = await startServer();
  const { port } = new URL(own.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    'POST /api/maps HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  );
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  await pause(50);
  await own.close();
  // Whoever waited for the request until its time is over would have answered it with 408.
  expect(answer).toBe('');
});
