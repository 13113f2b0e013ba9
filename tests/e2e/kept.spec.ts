import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { SCHEMA, SCHEMA_VERSION } from '../../shared/model/mapDoc.ts';
import type { TestVisitor } from '../support/visitor.ts';
import { bytesKept, card, expect, expectSaved, importCase, openMap, readServed, test } from './support.ts';

/** Another program on the same map, as a script would be. */
async function join({ url, cookie }: TestVisitor, map: string): Promise<WebsocketProvider> {
  class WithCookies extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie } });
    }
  }
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, map, new Y.Doc(), {
    // The `ws` client does what the browser's does as far as y-websocket uses it.
    WebSocketPolyfill: WithCookies as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  // Messages of ours that it has no use for.
  for (const type of [101, 102, 103]) provider.messageHandlers[type] = () => undefined;
  await expect.poll(() => provider.synced).toBe(true);
  return provider;
}

/** What a browser keeps of a map, and what becomes of it when the server will not take it. */

test('a kept edit that the server refuses is set aside, and the map opens as it was saved', async ({
  browser,
  app,
}) => {
  const id = await importCase(app, 'nng-switching-mobile-plan');
  const page = await openMap(browser, app, id);
  await expectSaved(page);
  await expect.poll(() => bytesKept(page)).toBeGreaterThan(1000);
  await page.goto(app.url);

  // As an older page or a raw client could have left it: a text larger than the server takes.
  const stranger = new Y.Doc();
  stranger.getMap('meta').set('remark', new Y.Text('x'.repeat(300_000)));
  const update = [...Y.encodeStateAsUpdate(stranger)];
  const person = await page.evaluate(
    () => (JSON.parse(localStorage.getItem('throughline.me') ?? '') as { id: string }).id,
  );
  await page.evaluate(
    ([name, bytes]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const adding = opening.result.transaction('updates', 'readwrite');
          adding.objectStore('updates').add(Uint8Array.from(bytes));
          adding.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [`throughline/${id}/${person}`, update] as const,
  );

  await page.goto(`${app.url}/m/${id}`);
  await expect(page.getByText('The server refused an edit from this page')).toBeVisible();
  await page.getByRole('button', { name: 'Open the saved map' }).click();
  await expect(card(page, 'Calls competitors to see what they offer')).toBeVisible();
  await expectSaved(page);
  const stores = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  expect(stores.some((name) => name.startsWith(`throughline/${id}/`) && name.includes('/set-aside/'))).toBe(true);

  // What the server refuses is not sent again, but not lost either.
  const aside = page.getByRole('region', { name: 'Edits that were not taken' });
  await expect(aside.getByRole('button', { name: 'Save as a file' })).toBeVisible();
  await expect(aside.getByRole('button', { name: 'Put them on the map' })).toHaveCount(0);
  await page.reload();
  await expectSaved(page);
  await aside.getByRole('button', { name: 'Discard' }).click();
  await aside.getByRole('button', { name: 'Discard for good' }).click();
  await expect(aside).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.includes('aside'))))
    .toEqual([]);
});

test('a map that a newer program has written meanwhile says so, also while it is open, and nothing is written into it', async ({
  browser,
  app,
}) => {
  const id = await importCase(app, 'nng-switching-mobile-plan');
  const page = await openMap(browser, app, id);
  await expectSaved(page);
  const newer = await join(app.owner, id);
  newer.doc.getMap('meta').set(SCHEMA, SCHEMA_VERSION + 1);
  await expect(page.getByRole('heading', { name: 'This page is older than the map' })).toBeVisible();
  newer.destroy();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This page is older than the map' })).toBeVisible();
  expect((await readServed(app, id)).version).toBe(SCHEMA_VERSION + 1);
});

test('a paste that is too long is refused in words, and typing goes on', async ({ browser, app }) => {
  const id = await importCase(app, 'nng-switching-mobile-plan');
  const page = await openMap(browser, app, id);
  await card(page, 'Calls competitors to see what they offer').dblclick();
  const title = page.getByLabel('Title of the touchpoint');
  await page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    field.setRangeText('y'.repeat(30_000), 0, 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect(page.getByText('A text has at most 20,000 characters.').first()).toBeVisible();
  await expect(title).toHaveValue('Calls competitors to see what they offer');
  await title.press('Control+End');
  await page.keyboard.type(' first');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Calls competitors to see what they offer first')).toBeVisible();
  await expectSaved(page);
});
