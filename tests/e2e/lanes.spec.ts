import { smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { card, expect, expectSaved, openMap, readServed, test } from './support.ts';

test('lanes are folded and hidden for oneself alone, remembered, and opened for whoever asks for what is in them', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const [here, other] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const before = await readServed(app, id);
  const fold = here.getByRole('button', { name: 'What is in Shop' });
  await fold.focus();
  await here.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(card(here, 'Shows plans')).toHaveCount(0);
  await expect(card(here, 'Connects the line')).toBeVisible();
  await here.getByRole('button', { name: 'Actions for Field' }).click();
  await here.getByRole('menuitem', { name: 'Hide for me' }).click();
  await expect(card(here, 'Connects the line')).toHaveCount(0);
  await expectAccessible(here, '[aria-label="Map"]');
  await here.reload();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await here.getByRole('button', { name: '1 hidden' }).click();
  await here.getByRole('menuitem', { name: 'Show Field' }).click();
  await expect(card(here, 'Connects the line')).toBeVisible();
  // From the outline to the map: what is asked for is shown.
  await here.goto(`${app.url}/m/${id}#outline`);
  await here.getByRole('button', { name: 'Actions for Shows plans' }).click();
  await here.getByRole('menuitem', { name: 'Show on the map' }).click();
  await expect(card(here, 'Shows plans')).toBeVisible();
  // Nobody else saw anything of it, and the document did not change.
  await expect(card(other, 'Shows plans')).toBeVisible();
  expect(await readServed(app, id)).toEqual(before);
  await Promise.all([here.context().close(), other.context().close()]);
});

test('a lane nobody uses yet becomes a notes lane by its menu', async ({ browser, app }) => {
  const id = await smallMap(app);
  const page = await openMap(browser, app, id);
  await page.getByRole('button', { name: 'Add lane' }).click();
  await page.getByRole('menuitem', { name: 'Department' }).click();
  await page.keyboard.type('Quotes');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Actions for Quotes' }).click();
  await page.getByRole('menuitemradio', { name: 'Notes' }).click();
  await expectSaved(page);
  expect((await readServed(app, id)).lanes.find(({ title }) => title === 'Quotes')?.kind).toBe('notes');
  await page.getByRole('button', { name: 'Actions for Shop' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Notes' })).toHaveCount(0);
  await page.context().close();
});

test('the title of a stage stays in sight while its stage goes by', async ({ page, app }) => {
  const { id }: { id: string } = await app.owner.expect('POST', '/api/maps', { body: { sample: 'broadband' } });
  await page.goto(`${app.url}/m/${id}`);
  const title = page.locator('[aria-roledescription="stage"]').filter({ hasText: 'Sales' }).locator('[data-title]');
  await expect(title).toBeVisible();
  const lanes = (await page.locator('[aria-roledescription="lane"]').first().boundingBox())!;
  const start = (await title.boundingBox())!;
  await page.mouse.move(700, 600);
  const by = start.x - lanes.width + 60;
  await page.mouse.wheel(by, 0);
  await expect.poll(async () => Math.round((await title.boundingBox())!.x)).toBeGreaterThan(lanes.width - 1);
  expect((await title.boundingBox())!.x).toBeLessThan(lanes.width + 30);
  await page.mouse.wheel(-by, 0);
  await expect.poll(async () => Math.round((await title.boundingBox())!.x)).toBe(Math.round(start.x));
});
