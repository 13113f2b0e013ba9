import type { Page } from '@playwright/test';
import { bytesKept, CASES, card, expect, expectSaved, importCase, importCsv, test } from './support.ts';

/** How a map comes to whoever opens it. */

/** What the other side has is asked for once more when the connection is taken over; answers to that are short. */
const SHORT = 1000;

/** The connections to a map's document from now on, and the bytes of each message that brought the better part of it. */
function follow(page: Page, mapId: string) {
  const followed = { connections: 0, document: [] as number[] };
  page.on('websocket', (socket) => {
    if (!new URL(socket.url()).pathname.endsWith(`/sync/${mapId}`)) return;
    followed.connections++;
    socket.on('framereceived', ({ payload }) => {
      const [type, step] = payload as Buffer;
      // A sync message, and no state vector.
      if (type === 0 && step !== 0 && payload.length > SHORT) followed.document.push(payload.length);
    });
  });
  return followed;
}

test('a map comes once, over the connection that stood before the code; kept in the browser it does not come again', async ({
  page,
  app,
}) => {
  const mapId = await importCase(app, CASES[0]);
  const first = follow(page, mapId);
  await page.goto(`${app.url}/m/${mapId}`);
  await expectSaved(page);
  expect(first.connections).toBe(1);
  expect(first.document).toHaveLength(1);
  expect(first.document[0]).toBeGreaterThan(5000);

  await expect.poll(() => bytesKept(page)).toBeGreaterThan(5000);
  await page.reload();
  await expectSaved(page);
  expect(first.connections).toBe(2);
  expect(first.document).toHaveLength(1);
});

test('the outline of the page is there before any code, and stays where none comes', async ({ page, app }) => {
  const mapId = await importCase(app, CASES[0]);
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(`${app.url}/m/${mapId}`);
  await expect(page.getByText('The map is loading')).toBeAttached();
  await expect(page.getByRole('link', { name: 'All maps' })).toBeVisible();
});

test('of a large map no card is drawn that is out of sight', async ({ page, app }) => {
  const rows = Array.from({ length: 200 }, (_, i) => `Stage ${Math.floor(i / 10)},Step ${i},Shop,Does ${i}`);
  const mapId = await importCsv(app, 'Large', `Stage,Step,Department,Touchpoint\n${rows.join('\n')}`);
  await page.addInitScript(() => {
    const drawn = new Set<string>();
    Object.assign(window, { drawn });
    // What is taken out again before the page is painted was made as well.
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (name, value) {
      if (name === 'data-id') drawn.add(value);
      setAttribute.call(this, name, value);
    };
  });
  await page.goto(`${app.url}/m/${mapId}`);
  await expect(card(page, 'Does 0')).toBeVisible();
  await expectSaved(page);
  const drawn = await page.evaluate(() => (window as unknown as { drawn: Set<string> }).drawn.size);
  expect(drawn).toBeGreaterThan(3);
  expect(drawn).toBeLessThan(40);
});
