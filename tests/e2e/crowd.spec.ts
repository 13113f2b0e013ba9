import { smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { card, expect, openMap, test } from './support.ts';

test('what others change lights up once, what one changes oneself does not; their cursors can be hidden', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const [here, other] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const lit = (page: typeof here) =>
    page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { lit: seen });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (!(node instanceof Element)) continue;
            for (const flash of [node, ...node.querySelectorAll('*')]) {
              const key = flash.getAttribute('data-flash');
              if (key) seen.push(key.slice(0, key.indexOf('/')));
            }
          }
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
  const seen = (page: typeof here) => page.evaluate(() => (window as unknown as { lit: string[] }).lit);
  await lit(here);
  await lit(other);
  await card(other, 'Shows plans').click();
  await other.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => seen(here)).toEqual(['touchpoint']);
  // It goes out by itself.
  await expect(here.locator('[data-flash]')).toHaveCount(0);
  expect(await seen(other)).toEqual([]);

  const box = (await card(other, 'Takes the order').boundingBox())!;
  await other.mouse.move(box.x + 20, box.y + 20);
  const name =
    (await here
      .getByRole('button', { name: /^Follow Person \d+/ })
      .first()
      .textContent()) ?? '';
  const cursor = here.getByTestId('others').locator('svg[viewBox="0 0 16 18"]');
  await expect(cursor).toHaveCount(1);
  expect(name).toMatch(/Person \d+/);
  await here.getByRole('button', { name: /^You are/ }).click();
  const choice = here.getByLabel('Show where the others point');
  await expect(choice).toBeChecked();
  await expectAccessible(here);
  await choice.click();
  await expect(cursor).toHaveCount(0);
  await here.reload();
  await expect(card(here, 'Takes the order')).toBeVisible();
  await other.mouse.move(box.x + 40, box.y + 30);
  // The selection of the other still shows where they are.
  await expect(here.getByTestId('others')).toContainText(/Person \d+/);
  await expect(cursor).toHaveCount(0);
  await Promise.all([here.context().close(), other.context().close()]);
});

test('where the system asks for calm, nothing lights up', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, other] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await here.emulateMedia({ reducedMotion: 'reduce' });
  await card(other, 'Shows plans').click();
  await other.keyboard.press('Alt+ArrowRight');
  await expect
    .poll(async () => (await card(here, 'Shows plans').getAttribute('aria-label')) ?? '')
    .toContain('Orders online');
  expect(
    await here
      .locator('[data-flash]')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).animationDuration)),
  ).not.toContain('1.1s');
  await expect(here.locator('[data-flash]')).toHaveCount(0);
  await Promise.all([here.context().close(), other.context().close()]);
});
