import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { bytes, RawClient, syncMessage } from '../support/clients.ts';
import { startServer } from '../support/testServer.ts';
import { newGuest } from '../support/visitor.ts';

const TOKEN = 'a-token-of-the-operator-1';
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** The value of one line. */
const figure = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length + 1) ?? Number.NaN,
  );

describe('GET /metrics', () => {
  it('tells how much is going on, by figures alone', async () => {
    const server = await startServer();
    const ann = await newGuest(server.url);
    const map = await ann.createMap('A title nobody may read');
    const client = await RawClient.open(ann, map);
    const doc = await client.fetchDocument();
    doc.on('update', (update: Uint8Array) => client.send(syncMessage(2, update)));
    doc.getMap('meta').set('currency', 'EUR');
    const read = async () => (await server.request('GET', '/metrics')).text;
    let text = '';
    const poll = async () => {
      text = await read();
      return figure(text, 'throughline_commit_seconds_count{result="ok"}') >= 1;
    };
    for (let tries = 0; tries < 200 && !(await poll()); tries++);
    expect(figure(text, 'throughline_committed_rows_total')).toBeGreaterThanOrEqual(1);
    expect(figure(text, 'throughline_rooms')).toBeGreaterThanOrEqual(1);
    expect(figure(text, 'throughline_connections')).toBe(1);
    expect(figure(text, 'throughline_people')).toBe(1);
    // Ann's and that of whoever asked for the figures, if any.
    expect(figure(text, 'throughline_sessions')).toBeGreaterThanOrEqual(1);
    expect(figure(text, 'throughline_storage_failing')).toBe(0);
    expect(figure(text, 'throughline_edits_waiting')).toBe(0);
    expect(text).toContain('route="/api/maps",status="201"');

    await server.request('GET', `/api/maps/${map}`);
    client.send(bytes(0, 2, 3, 255, 255, 255));
    await client.closed;
    text = await read();
    expect(figure(text, 'throughline_closed_connections_total{code="4400"}')).toBe(1);
    for (const secret of [map, map.slice(0, 8), 'nobody may read', ann.id || map]) expect(text).not.toContain(secret);
    // What is not a route of ours is one line, whatever it was called.
    await server.request('GET', `/${'x'.repeat(30)}`);
    expect(await read()).not.toContain('xxxx');
  });

  it.each([
    ['forwarded', 'for=192.0.2.1'],
    ['x-forwarded-for', '192.0.2.1'],
    ['x-real-ip', '192.0.2.1'],
    ['via', '1.1 proxy'],
  ])('is not there for what a proxy passes on with %s', async (header, value) => {
    const server = await startServer();
    expect((await server.request('GET', '/metrics', { headers: { [header]: value } })).status).toBe(404);
  });

  it('is there for nobody without a token where the server has a public name', async () => {
    const server = await startServer({ environment: { publicOrigin: 'https://maps.example.com' } });
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'maps.example.com' };
      httpRequest(`${server.url}/metrics`, { headers }, (reply) => resolve(reply.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it('is there for who brings the token, and then for nobody else', async () => {
    const server = await startServer({ environment: { metricsToken: TOKEN } });
    expect((await server.request('GET', '/metrics', bearer(TOKEN))).status).toBe(200);
    for (const options of [{}, bearer(''), bearer(`${TOKEN}x`), bearer(TOKEN.slice(1))]) {
      const { status, error } = await server.request('GET', '/metrics', options);
      expect({ status, error }).toEqual({ status: 404, error: 'not_found' });
    }
  });
});
