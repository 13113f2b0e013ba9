import type { Page } from '@playwright/test';
import { dragOver, expectServed, openHere, preferMap, smallMap } from './canvasMap.ts';
import { type App, card, expect, stepHeader, test } from './support.ts';

/** Steps as wide and lanes as high as people draw them. */

const laneHeader = (page: Page, title: string) =>
  page.locator('[aria-roledescription="lane"]').filter({ hasText: title });
const widths = (app: App, id: string) => expectServed(app, id, ({ steps }) => steps.map(({ width }) => width));
const heights = (app: App, id: string) => expectServed(app, id, ({ lanes }) => lanes.map(({ height }) => height));

test('the edge of a step and of a lane is dragged, a line shows where it will be, and twice on it takes it back', async ({
  page,
  app,
}) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const zoom = (await stepHeader(page, 'Compares plans').boundingBox())!.width / 161;
  const before = (await card(page, 'Shows plans').boundingBox())!;
  const step = (await stepHeader(page, 'Compares plans').boundingBox())!;
  const edge = { x: step.x + step.width - 3, y: step.y + 25 };
  await dragOver(page, edge, { x: edge.x + 80 * zoom, y: edge.y });
  await expect(page.getByTestId('resized')).toBeVisible();
  await page.mouse.up();
  await widths(app, id).toEqual([241, null, null]);
  await expect(page.getByTestId('resized')).toHaveCount(0);
  await expect
    .poll(async () => (await card(page, 'Shows plans').boundingBox())!.width)
    .toBeGreaterThan(before.width + 60);
  const lane = (await laneHeader(page, 'Shop').boundingBox())!;
  const foot = { x: lane.x + 60, y: lane.y + lane.height - 3 };
  await dragOver(page, foot, { x: foot.x, y: foot.y + 100 * zoom });
  await page.mouse.up();
  await heights(app, id).toEqual([212, null]);
  // Dragged far over its cards, a lane stops at what they need, and has no height of its own any more.
  const high = (await laneHeader(page, 'Shop').boundingBox())!;
  await dragOver(page, { x: foot.x, y: high.y + high.height - 3 }, { x: foot.x, y: high.y + 10 });
  await page.mouse.up();
  await heights(app, id).toEqual([null, null]);
  await page.keyboard.press('Control+z');
  await heights(app, id).toEqual([212, null]);
  const wide = (await stepHeader(page, 'Compares plans').boundingBox())!;
  await page.mouse.dblclick(wide.x + wide.width - 3, wide.y + 25);
  await widths(app, id).toEqual([null, null, null]);
  await expect(page.getByLabel('Title of the step')).toHaveCount(0);
});

test('keys, the palette and the details resize as well, several selected at once', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await widths(app, id).toEqual([201, null, null]);
  await heights(app, id).toEqual([152, null]);
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await widths(app, id).toEqual([null, null, null]);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await widths(app, id).toEqual([201, null, null]);
  await page.keyboard.press(',');
  await page.keyboard.press('8');
  await widths(app, id).toEqual([null, null, null]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lane as high as');
  await page.keyboard.press('Enter');
  await heights(app, id).toEqual([null, null]);
  await stepHeader(page, 'Compares plans').click();
  await stepHeader(page, 'Gets connected').click({ modifiers: ['Shift'] });
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByLabel('Width, where it is more than usual').fill('250');
  await page.keyboard.press('Enter');
  await widths(app, id).toEqual([250, null, 250]);
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('what is selected shows an edge to drag, and the map stays where it is', async ({ page, app }) => {
    const id = await smallMap(app);
    await preferMap(page);
    await openHere(page, app, id);
    const header = stepHeader(page, 'Compares plans');
    await header.tap();
    const before = (await header.boundingBox())!;
    const edge = (await header.locator('[data-resize]').boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const seconds = Date.now() / 1000;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, after = 0) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        timestamp: seconds + after,
        touchPoints: x === undefined ? [] : [{ x, y: edge.y + edge.height / 2, id: 0 }],
      });
    const x = edge.x + edge.width / 2;
    await touch('touchStart', x);
    for (const by of [10, 30, 50, 60]) await touch('touchMove', x + by);
    await touch('touchEnd');
    await expect.poll(async () => Math.round((await header.boundingBox())!.width - before.width)).toBe(60);
    expect((await header.boundingBox())!.x).toBeCloseTo(before.x, 0);

    // Taken hold of again at once, it is dragged on; only taps are taken for a double one, and give it its usual size.
    await touch('touchStart', x + 60, 0.1);
    for (const by of [70, 80]) await touch('touchMove', x + by, 0.15);
    await touch('touchEnd', undefined, 0.2);
    await expect.poll(async () => Math.round((await header.boundingBox())!.width - before.width)).toBe(80);
    for (const at of [1, 1.15]) {
      await touch('touchStart', x + 80, at);
      await touch('touchEnd', undefined, at + 0.05);
    }
    await expect.poll(async () => Math.round((await header.boundingBox())!.width)).toBe(Math.round(before.width));
  });
});
