import { emptyMap, expectPlaces, expectServed, focused, openHere, preferMap, smallMap } from './canvasMap.ts';
import { card, expect, importCsv, test } from './support.ts';

/** The canvas without a mouse. */

test('a map is built from nothing with the keyboard alone', async ({ page, app }) => {
  const id = await emptyMap(app);
  await openHere(page, app, id);
  await page.getByRole('button', { name: 'Add the first stage' }).focus();
  const type = async (...keys: readonly string[]) => {
    for (const key of keys) {
      if (key.startsWith('<')) await page.keyboard.press(key.slice(1, -1));
      else await page.keyboard.type(key);
    }
  };
  await type('<Enter>', 'Sales', '<Enter>', 'Compares plans', '<Enter>', 'Orders online', '<Enter>', '<Escape>');
  await page.getByRole('button', { name: 'Add the first department' }).focus();
  await type('<Enter>', 'Shop', '<Enter>', 'Field', '<Enter>', '<Escape>');
  await page.getByRole('button', { name: 'Add the first touchpoint' }).focus();
  await type(
    '<Enter>',
    'Shows plans',
    '<Tab>',
    'Takes the order',
    '<Escape>',
    '<ArrowDown>',
    '<Enter>',
    'Checks the line',
  );
  await type('<Escape>');
  await expectPlaces(app, id, [
    'Shows plans @ Compares plans / Shop',
    'Takes the order @ Orders online / Shop',
    'Checks the line @ Orders online / Field',
  ]);
  // A hand-off: H at one card, the arrows to the other, Enter.
  await type('<ArrowUp>', 'h', '<ArrowDown>', '<Enter>');
  await expectServed(app, id, (map) => map.handoffs.length).toBe(1);
});

test('arrows lead through the whole map, and Alt moves what is selected', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await page.getByRole('region', { name: 'Map' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^Shows plans, Shop, Compares plans, owned by Mika Kay/);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^Takes the order/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe('Add touchpoint: Field, Orders online');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focused(page)).toBe('Orders online');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focused(page)).toBe('Sales');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expectPlaces(app, id, [
    'Shows plans @ Compares plans / Field',
    'Takes the order @ Orders online / Shop',
    'Connects the line @ Gets connected / Field',
  ]);
  await expect.poll(() => focused(page)).toMatch(/^Shows plans/);
});

test('an arrow begins in sight, also far from where the map begins, and on an empty map S makes the first stage', async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const rows = Array.from({ length: 12 }, (_, index) => `Sales,Step ${index + 1},Shop,Card ${index + 1}`);
  await openHere(page, app, await importCsv(app, 'Long', `Stage,Step,Department,Touchpoint\n${rows.join('\n')}`));
  await page.getByRole('region', { name: 'Map' }).hover();
  await page.mouse.wheel(1_500, 0);
  await expect(card(page, 'Card 12')).toBeInViewport();
  await page.getByRole('region', { name: 'Map', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^Card (9|10|11|12)/);
  const id = await emptyMap(app);
  await openHere(page, app, id);
  await page.getByRole('region', { name: 'Map', exact: true }).focus();
  await page.keyboard.press('s');
  await page.keyboard.type('Sales');
  await page.keyboard.press('Enter');
  await expectServed(app, id, ({ stages, steps }) => [stages[0]?.title, steps.length]).toEqual(['Sales', 1]);
});

test('an arrow begins at the nearest card where none has room in the window', async ({ page, app }) => {
  await page.setViewportSize({ width: 400, height: 700 });
  await preferMap(page);
  const rows = Array.from({ length: 12 }, (_, index) => `Sales,Step ${index + 1},Shop,Card ${index + 1}`);
  await openHere(page, app, await importCsv(app, 'Long', `Stage,Step,Department,Touchpoint\n${rows.join('\n')}`));
  const map = page.getByRole('region', { name: 'Map', exact: true });
  await map.hover();
  await page.mouse.wheel(1_200, 0);
  await expect(card(page, 'Card 9')).toBeInViewport();
  await page.keyboard.down('Control');
  for (let times = 0; times < 10; times++) await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await card(page, 'Card 9').boundingBox())?.width).toBeGreaterThan(400 - 92);
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^Card (7|8|9|10|11|12)/);
});

test('a letter starts typing, Escape on a new empty card takes it back', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').click();
  await page.keyboard.press('Shift+S');
  await page.keyboard.type('oon');
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await page.keyboard.press('Escape');
  await expectServed(app, id, (map) => map.touchpoints.map(({ title }) => title)).toEqual([
    'Shows plans',
    'Takes the orderSoon',
    'Connects the line',
  ]);
  await expect.poll(() => focused(page)).toBe('Add touchpoint: Shop, Orders online');
});

test('an emotion is rated with arrows and digits', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Connects the line').click();
  await page.keyboard.press('e');
  const point = page.getByRole('slider', { name: 'Emotion: Gets connected' });
  await expect(point).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(point).toHaveAttribute('aria-valuetext', '−2, very bad');
  await page.keyboard.press('4');
  await expectServed(app, id, (map) => map.steps.at(-1)?.emotions).toEqual([{ persona: 'everyone', value: 1 }]);
  await page.keyboard.press('Delete');
  await expectServed(app, id, (map) => map.steps.at(-1)?.emotions).toEqual([]);
  await expect(point).toHaveAttribute('aria-valuetext', 'not rated');
});

test('a step nobody rated keeps the focus while it is rated, and while its rating is taken away', async ({
  page,
  app,
}) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').click();
  await page.keyboard.press('e');
  const point = page.getByRole('slider', { name: 'Emotion: Orders online' });
  await expect(point).toBeFocused();
  await expect(point).toHaveAttribute('aria-valuetext', 'not rated');
  const ratings = () => expectServed(app, id, (map) => map.steps[1]?.emotions.map(({ value }) => value));
  // The first arrow says "neither good nor bad", the next ones go on from there.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await ratings().toEqual([1]);
  await expect(point).toBeFocused();
  await page.keyboard.press('Delete');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await ratings().toEqual([-1]);
  await expect(point).toBeFocused();
});

test('a hand-off is reached from its card and deleted', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  await page.keyboard.press(']');
  await expect.poll(() => focused(page)).toBe('Hand-off from Shows plans to Takes the order');
  await page.keyboard.press('Delete');
  await expectServed(app, id, (map) => map.handoffs.length).toBe(0);
});

test('everything is selected and deleted, and one undo brings it back', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expectServed(app, id, (map) => map.touchpoints.length).toBe(0);
  await page.keyboard.press('Control+z');
  await expectServed(app, id, (map) => map.touchpoints.length).toBe(3);
  await page.keyboard.press('Control+Shift+z');
  await expectServed(app, id, (map) => map.touchpoints.length).toBe(0);
});

test('what is typed the moment after Enter goes into the new card, also when that is out of sight', async ({
  page,
  app,
}) => {
  const id = await smallMap(app);
  await page.setViewportSize({ width: 1440, height: 420 });
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  await page.keyboard.press('t');
  for (const title of ['the third', 'she helps', 'visits', 'every time']) {
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await expectServed(app, id, (map) => map.touchpoints.slice(0, 5).map(({ title }) => title)).toEqual([
    'Shows plans',
    'the third',
    'she helps',
    'visits',
    'every time',
  ]);
});
