import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ShareLink } from '../../../shared/protocol/access.ts';
import { startServer, type TestServer, temporaryFolder } from '../../support/testServer.ts';
import { TestVisitor } from '../../support/visitor.ts';

let server: TestServer;
let map: string;
beforeAll(async () => {
  const pageFolder = await temporaryFolder();
  await mkdir(join(pageFolder, 'assets'));
  await writeFile(join(pageFolder, 'assets', 'x.css'), 'h1 { color: red }');
  await writeFile(
    join(pageFolder, 'executive.html'),
    '<!doctype html><html><head><title>Throughline</title><link rel="stylesheet" href="/assets/x.css"></head><body><nav><a class="whole" href="?">Open the map</a></nav><main id="executive"></main></body></html>',
  );
  server = await startServer({ pageFolder });
  map = await server.createMap('Broadband');
});

async function aLink(body: object): Promise<ShareLink> {
  const { id }: { id: string } = await server.visitor.expect('POST', `/api/maps/${map}/links`, { body });
  const links: ShareLink[] = await server.visitor.expect('GET', `/api/maps/${map}/links`);
  const link = links.find((one) => one.id === id);
  if (!link) throw new Error('the link is not listed');
  return link;
}
/** As a browser asks that shows the page of somebody else: without anything of ours. */
const look = (url: string | null) => new TestVisitor(server.url).request('GET', new URL(url ?? '').pathname);

describe('a map inside another page', () => {
  it('is shown by links that allow it, to be looked at only', async () => {
    const link = await aLink({ role: 'viewer', embed: true });
    const { status, text, headers } = await look(link.embedUrl);
    expect(status).toBe(200);
    expect(text).toContain('<h1>Broadband</h1>');
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-/);
    expect(headers.get('x-frame-options')).toBeNull();
    // Nothing of it leads further: no session, not the map's id, not the link that lets people in.
    expect(headers.getSetCookie()).toEqual([]);
    expect(text).not.toContain(map);
    expect(text).not.toContain(new URL(link.url).pathname.slice('/join/'.length));
  });

  it('is not shown by others, and what shows it lets nobody in', async () => {
    const plain = await aLink({ role: 'viewer' });
    expect(plain.embedUrl).toBeNull();
    const token = new URL(plain.url).pathname.slice('/join/'.length);
    expect(await look(`${server.url}/embed/${token}`)).toMatchObject({ status: 404, error: 'unknown_link' });
    // Where the map was, a person is told so, inside the page that showed it.
    const told = await new TestVisitor(server.url).request('GET', `/embed/${token}`, {
      headers: { accept: 'text/html' },
    });
    expect(told.status).toBe(404);
    expect(told.text).toContain('<h1>This map is not shown here, or not any more.</h1>');
    expect(told.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(told.headers.get('x-frame-options')).toBeNull();
    const open = await aLink({ role: 'viewer', embed: true });
    const embedToken = new URL(open.embedUrl ?? '').pathname.slice('/embed/'.length);
    expect(await look(`${server.url}/join/${embedToken}`)).toMatchObject({ status: 404, error: 'unknown_link' });
  });

  it.each<[string, object]>([
    ['is no longer allowed', { embed: false }],
    ['is switched off', { enabled: false }],
  ])('is not shown any more when its link %s', async (_what, body) => {
    const link = await aLink({ role: 'viewer', embed: true });
    await server.visitor.expect('PATCH', `/api/maps/${map}/links/${link.id}`, { body });
    expect((await look(link.embedUrl)).status).toBe(404);
  });

  it('is not shown when its link has expired, or the map lies in the trash', async () => {
    const link = await aLink({ role: 'viewer', embed: true });
    expect((await look(link.embedUrl)).status).toBe(200);
    const body = { expiresAt: new Date(Date.now() + 1_000).toISOString() };
    await server.visitor.expect('PATCH', `/api/maps/${map}/links/${link.id}`, { body });
    await expect.poll(async () => (await look(link.embedUrl)).status).toBe(404);

    const lasting = await aLink({ role: 'viewer', embed: true });
    await server.visitor.expect('DELETE', `/api/maps/${map}`);
    expect((await look(lasting.embedUrl)).status).toBe(404);
    await server.visitor.expect('POST', `/api/maps/${map}/restore`, { body: {} });
    expect((await look(lasting.embedUrl)).status).toBe(200);
  });

  it('cannot be found by guessing', async () => {
    const own = await startServer();
    const guess = async () => (await new TestVisitor(own.url).request('GET', `/embed/${'x'.repeat(43)}`)).status;
    const answers = await Promise.all(Array.from({ length: 30 }, guess));
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(5);
  });

  it('is shown also where somebody at the same address asks for one that is gone', async () => {
    const link = await aLink({ role: 'viewer', embed: true });
    for (let i = 0; i < 25; i++) await look(`${server.url}/embed/${'y'.repeat(43)}`);
    for (const accept of ['*/*', 'text/html']) {
      const path = `/embed/${'y'.repeat(43)}`;
      const late = await new TestVisitor(server.url).request('GET', path, { headers: { accept } });
      expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
    }
    expect((await look(link.embedUrl)).status).toBe(200);
  });
});
