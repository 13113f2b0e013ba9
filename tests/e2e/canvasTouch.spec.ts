import type { CDPSession, Page } from '@playwright/test';
import { expectPlaces, expectServed, middleOf, openHere, preferMap, smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { card, expect, test } from './support.ts';

/** The canvas with fingers on a phone. */
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test.beforeEach(async ({ page }) => {
  await preferMap(page);
});

type At = { readonly x: number; readonly y: number };

const touch = (session: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly At[]) =>
  session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });

/** Two taps as fast as a finger does them, however slow the machine: the browser is not asked in between. */
async function doubleTap(page: Page, at: At): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const began = Date.now() / 1000;
  const send = (type: 'touchStart' | 'touchEnd', after: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchStart' ? [at] : [],
      timestamp: began + after,
    });
  await Promise.all([send('touchStart', 0), send('touchEnd', 0.02), send('touchStart', 0.1), send('touchEnd', 0.12)]);
}

async function slide(page: Page, from: readonly At[], to: readonly At[], holdMs = 0): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await touch(session, 'touchStart', from);
  await page.waitForTimeout(holdMs);
  for (let part = 1; part <= 8; part++) {
    const between = from.map(({ x, y }, i) => ({
      x: x + ((to[i]!.x - x) * part) / 8,
      y: y + ((to[i]!.y - y) * part) / 8,
    }));
    await touch(session, 'touchMove', between);
    await page.waitForTimeout(16);
  }
  await touch(session, 'touchEnd', []);
}

test('a finger pans, also when it starts on a card, and two fingers zoom', async ({ page, app }) => {
  await openHere(page, app, await smallMap(app));
  const before = (await card(page, 'Shows plans').boundingBox())!;
  const from = await middleOf(page, 'Shows plans');
  await slide(page, [from], [{ x: from.x - 40, y: from.y + 60 }]);
  const after = (await card(page, 'Shows plans').boundingBox())!;
  expect(Math.round(after.x - before.x)).toBe(-40);
  expect(Math.round(after.y - before.y)).toBe(60);
  await slide(
    page,
    [
      { x: 180, y: 500 },
      { x: 260, y: 500 },
    ],
    [
      { x: 130, y: 500 },
      { x: 310, y: 500 },
    ],
  );
  await expect
    .poll(async () => (await card(page, 'Shows plans').boundingBox())!.width)
    .toBeGreaterThan(after.width * 1.5);
});

test('a tap selects, two taps open the title, a long press moves the card', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const at = await middleOf(page, 'Shows plans');
  await page.touchscreen.tap(at.x, at.y);
  await expect(card(page, 'Shows plans')).toHaveAttribute('data-selected', 'true');
  await page.waitForTimeout(500);
  await doubleTap(page, at);
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await page.keyboard.press('Escape');
  await slide(page, [at], [{ x: at.x + 150, y: at.y }], 600);
  await expectPlaces(app, id, [
    'Shows plans @ Orders online / Shop',
    'Takes the order @ Orders online / Shop',
    'Connects the line @ Gets connected / Field',
  ]);
});

test('taps gather several cards, a hold moves them all, and Done lets them go', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').tap();
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  const more = bar.getByRole('button', { name: 'Select more' });
  await more.tap();
  await expect(more).toHaveAttribute('aria-pressed', 'true');
  await card(page, 'Takes the order').tap();
  await expect(page.getByText('2 selected.')).toBeVisible();
  // Beside the cards it is a slip, and twice on a card it is taken out and put in again.
  const at = await middleOf(page, 'Shows plans');
  await page.touchscreen.tap(at.x, at.y + 90);
  await card(page, 'Shows plans').tap();
  await expect(page.getByText('1 selected.')).toBeVisible();
  await card(page, 'Shows plans').tap();
  await expect(page.getByText('2 selected.')).toBeVisible();
  await expectAccessible(page, '[aria-label="Map"]');
  const field = (await page.locator('[aria-roledescription="lane"]').nth(1).boundingBox())!;
  await slide(page, [at], [{ x: at.x, y: field.y + 50 }], 600);
  await expectPlaces(app, id, [
    'Shows plans @ Compares plans / Field',
    'Takes the order @ Orders online / Field',
    'Connects the line @ Gets connected / Field',
  ]);
  await expect(card(page, 'Shows plans')).toHaveAttribute('data-selected', 'true');
  await bar.getByRole('button', { name: 'Done' }).tap();
  await expect(bar).toHaveCount(0);
  await expect(card(page, 'Shows plans')).not.toHaveAttribute('data-selected');
});

test('the headers leave most of a phone to the map', async ({ page, app }) => {
  await openHere(page, app, await smallMap(app));
  const lane = (await page.locator('[aria-roledescription="lane"]').first().boundingBox())!;
  expect(lane.width).toBeLessThan(110);
});

test('fingers add a card, draw a hand-off from its edge and put a lane elsewhere', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  // Two taps on an empty cell: under the first card, in the next lane.
  const shop = (await page.locator('[aria-roledescription="lane"]').first().boundingBox())!;
  const at = await middleOf(page, 'Shows plans');
  const below = { x: at.x, y: shop.y + shop.height + 40 };
  await doubleTap(page, below);
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await page.keyboard.type('Keeps a line free @Mika #Phone');
  await page.keyboard.press('Escape');
  await expectServed(app, id, ({ touchpoints }) =>
    touchpoints.filter(({ channel }) => channel === 'Phone').map(({ title }) => title),
  ).toEqual(['Keeps a line free']);
  // The card shows its edges once it is selected; from there the finger draws.
  await page.touchscreen.tap(at.x, at.y);
  const port = (await card(page, 'Shows plans').locator('[data-port="bottom"]').boundingBox())!;
  await slide(
    page,
    [{ x: port.x + port.width / 2, y: port.y + port.height / 2 }],
    [await middleOf(page, 'Keeps a line free')],
  );
  await expectServed(app, id, ({ handoffs }) => handoffs.length).toBe(2);
  const name = { x: shop.x + 40, y: shop.y + 20 };
  await slide(page, [name], [{ x: name.x, y: name.y + shop.height * 1.8 }], 600);
  await expectServed(app, id, ({ lanes }) => lanes.map(({ title }) => title)).toEqual(['Field', 'Shop']);
});
