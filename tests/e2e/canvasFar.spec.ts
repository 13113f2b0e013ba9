import { openHere } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { expect, importCase, importCsv, ownPage, test } from './support.ts';

/** The canvas from far away, and for those who listen to it. */

test('from far away the map is painted, and what is selected is still there for the keyboard', async ({
  page,
  app,
}) => {
  await openHere(page, app, await importCase(app, 'business-bank-onboarding'));
  const cards = page.locator('[aria-roledescription="touchpoint"]');
  await expect(cards.first()).toBeVisible();
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(cards).toHaveCount(0);
  await expect(page.getByRole('img', { name: 'The map from far away' })).toBeVisible();
  await page.getByRole('region', { name: 'Map' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toBeFocused();
  // Typing brings it near enough to read.
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await expect(page.getByRole('img', { name: 'The map from far away' })).toHaveCount(0);
});

test('the whole map is in sight however many stages it has, and what is measured as well', async ({ page, app }) => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `Stage ${i},First ${i},Shop,Does ${i}\nStage ${i},Second ${i},Shop,Then ${i}`,
  );
  await openHere(page, app, await importCsv(app, 'Long', `Stage,Step,Department,Touchpoint\n${rows.join('\n')}`));
  const last = page.locator('[aria-roledescription="stage"]').last();
  await expect(last).not.toBeInViewport();
  await page.getByRole('button', { name: 'Show the whole map' }).click();
  await expect(last).toBeInViewport({ ratio: 1 });
  // Fingers and the wheel stop there as well.
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(last).toBeInViewport({ ratio: 1 });
  const sample: { id: string } = await app.owner.expect('POST', '/api/maps', { body: { sample: 'broadband' } });
  await openHere(page, app, sample.id);
  await page.getByRole('button', { name: 'Show the whole map' }).click();
  await expect(page.getByRole('button', { name: /^NPS/ }).and(page.locator('[data-tone]'))).toBeInViewport({
    ratio: 1,
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the canvas, ${colorScheme}`, async ({ browser, app }) => {
    const page = await ownPage(browser, app, { colorScheme, bypassCSP: true });
    await openHere(page, app, await importCase(app, 'nng-switching-mobile-plan'));
    await expect(page.locator('[aria-roledescription="touchpoint"]').first()).toBeVisible();
    await expectAccessible(page, '[aria-label="Map"][tabindex]');
    await page.locator('[aria-roledescription="touchpoint"]').first().dblclick();
    await expectAccessible(page, '[aria-label="Map"][tabindex]');
    await page.context().close();
  });
}
