import { emptyMap, smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { expect, expectSaved, readServed, test } from './support.ts';

test('a map is saved as a template, begun from at home as a copy, and made an ordinary map again', async ({
  page,
  app,
}) => {
  const id = await smallMap(app);
  await emptyMap(app);
  await page.goto(`${app.url}/m/${id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  await expectSaved(page);
  // Who opens it later sees what it is before they draw on it.
  await expect(page.getByRole('button', { name: 'Template, current state' })).toBeVisible();
  await page.goto(app.url);
  const templates = page.getByRole('list', { name: 'Templates' });
  await expect(templates.getByRole('listitem')).toHaveCount(1);
  // Other tests have left maps of the same title.
  const inMyMaps = page.getByRole('list', { name: 'My maps' }).locator(`a[href="/m/${id}"]`);
  await expect(page.getByRole('list', { name: 'My maps' })).toBeVisible();
  await expect(inMyMaps).toHaveCount(0);
  await expectAccessible(page);
  await templates.getByRole('button', { name: 'Use Small' }).click();
  await page.waitForURL(/\/m\//);
  const copy = new URL(page.url()).pathname.slice(3);
  expect(copy).not.toBe(id);
  const [template, made] = [await readServed(app, id), await readServed(app, copy)];
  expect(template).toMatchObject({ template: true, title: 'Small' });
  expect(made).toMatchObject({ template: false, title: 'Small' });
  expect(made.touchpoints.map(({ title }) => title)).toEqual(template.touchpoints.map(({ title }) => title));

  // It stands among those that come with the program, too.
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Templates', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Small/ })
    .click();
  await page.waitForURL(/\/m\//);
  expect(new URL(page.url()).pathname.slice(3)).not.toBe(id);

  await page.goto(`${app.url}/m/${id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'No longer a template' }).click();
  await expectSaved(page);
  await page.goto(app.url);
  await expect(inMyMaps.first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Templates' })).toHaveCount(0);
});
