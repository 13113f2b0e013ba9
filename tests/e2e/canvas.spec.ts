import type { Page } from '@playwright/test';
import { dragOver, emptyMap, expectPlaces, expectServed, middleOf, openHere, smallMap } from './canvasMap.ts';
import { type App, card, expect, stepHeader, test } from './support.ts';

/** The canvas with the mouse. */

test('an empty map shows where to begin, and typing builds it', async ({ page, app }) => {
  const id = await emptyMap(app);
  await openHere(page, app, id);
  await page.getByRole('button', { name: 'Add the first stage' }).click();
  await page.keyboard.type('Sales');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Compares plans');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add the first department' }).click();
  await page.keyboard.type('Shop');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add the first touchpoint' }).click();
  await page.keyboard.type('Shows plans');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Answers questions');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expectPlaces(app, id, ['Shows plans @ Compares plans / Shop', 'Answers questions @ Compares plans / Shop']);
});

test('one click on the "+" of an empty cell makes a card there', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const [column, row] = [await middleOf(page, 'Takes the order'), await middleOf(page, 'Connects the line')];
  await page.mouse.move(column.x, row.y);
  await expect(page.getByRole('button', { name: 'Add touchpoint: Field, Orders online' })).toBeVisible();
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await page.keyboard.type('Books a visit');
  await page.keyboard.press('Escape');
  await expectServed(app, id, ({ touchpoints }) => touchpoints.map(({ title }) => title)).toContain('Books a visit');
});

test('a card is dragged to another cell, and an undo brings it back', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const before = ['Shows plans @ Compares plans / Shop', 'Takes the order @ Orders online / Shop'];
  const from = await middleOf(page, 'Connects the line');
  const to = await middleOf(page, 'Takes the order');
  await dragOver(page, from, { x: to.x, y: from.y });
  await page.mouse.up();
  await expectPlaces(app, id, [...before, 'Connects the line @ Orders online / Field']);
  await page.keyboard.press('Control+z');
  await expectPlaces(app, id, [...before, 'Connects the line @ Gets connected / Field']);
});

test('a drag that is cancelled changes nothing', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await dragOver(page, await middleOf(page, 'Shows plans'), await middleOf(page, 'Connects the line'));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('several cards keep their distance when they are dragged together', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Shows plans').click();
  await card(page, 'Takes the order').click({ modifiers: ['Shift'] });
  const from = await middleOf(page, 'Shows plans');
  const to = await middleOf(page, 'Takes the order');
  await dragOver(page, from, { x: to.x, y: from.y });
  await page.mouse.up();
  await expectPlaces(app, id, [
    'Shows plans @ Orders online / Shop',
    'Takes the order @ Gets connected / Shop',
    'Connects the line @ Gets connected / Field',
  ]);
});

/** A map on which a second hand-off was just drawn, from the edge of a card to another one. Answers its id. */
async function withDrawnHandoff(page: Page, app: App): Promise<string> {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').hover();
  const port = await card(page, 'Takes the order').locator('[data-port="right"]').boundingBox();
  await dragOver(page, { x: port!.x + 7, y: port!.y + 7 }, await middleOf(page, 'Connects the line'));
  await page.mouse.up();
  await expectServed(app, id, (map) => map.handoffs.length).toBe(2);
  return id;
}

test('a hand-off is drawn from the edge of a card, selected, deleted and brought back', async ({ page, app }) => {
  const id = await withDrawnHandoff(page, app);
  const line = page.getByRole('button', { name: 'Hand-off from Takes the order to Connects the line' });
  await expect(line).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Delete');
  await expectServed(app, id, (map) => map.handoffs.length).toBe(1);
  await page.keyboard.press('Control+z');
  await expectServed(app, id, (map) => map.handoffs.length).toBe(2);
});

test('a hand-off shows itself under the pointer and is selected by a click on its line', async ({ page, app }) => {
  await withDrawnHandoff(page, app);
  await page.keyboard.press('Escape');
  const handoff = page.getByRole('button', { name: 'Hand-off from Takes the order to Connects the line' });
  const [hit, line] = [handoff.locator('path').first(), handoff.locator('path').nth(1)];
  await page.mouse.move(10, 10);
  await expect(line).toHaveCSS('display', 'none');
  // Where nothing else lies over it: the mark of a gap may.
  const middle = await hit.evaluate((path: SVGPathElement) => {
    const length = path.getTotalLength();
    for (let at = 0; at < length; at++) {
      const { x, y } = path.getPointAtLength(at).matrixTransform(path.getScreenCTM() ?? undefined);
      if (document.elementFromPoint(x, y) === path) return { x, y };
    }
    throw new Error('The line is nowhere to be pointed at');
  });
  await page.mouse.move(middle.x, middle.y);
  await expect(line).toHaveCSS('display', 'inline');
  await page.mouse.down();
  await page.mouse.up();
  await expect(handoff).toHaveAttribute('data-selected', 'true');
  await page.mouse.move(10, 10);
  await expect(line).toHaveCSS('display', 'inline');
  await page.keyboard.press('Escape');
  await expect(line).toHaveCSS('display', 'none');
});

test('a hand-off that is dropped on an empty cell makes the card it leads to', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').hover();
  const port = await card(page, 'Takes the order').locator('[data-port="bottom"]').boundingBox();
  const below = await middleOf(page, 'Connects the line');
  await dragOver(page, { x: port!.x + 7, y: port!.y + 7 }, { x: port!.x + 7, y: below.y });
  await page.mouse.up();
  await page.keyboard.type('Checks the line');
  await page.keyboard.press('Escape');
  await expectPlaces(app, id, [
    'Shows plans @ Compares plans / Shop',
    'Takes the order @ Orders online / Shop',
    'Checks the line @ Orders online / Field',
    'Connects the line @ Gets connected / Field',
  ]);
  await expectServed(app, id, (map) => map.handoffs.length).toBe(2);
});

test('the card a hand-off was drawn to is left empty: card and hand-off go as they came', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await card(page, 'Takes the order').hover();
  const port = await card(page, 'Takes the order').locator('[data-port="bottom"]').boundingBox();
  const below = await middleOf(page, 'Connects the line');
  await dragOver(page, { x: port!.x + 7, y: port!.y + 7 }, { x: port!.x + 7, y: below.y });
  await page.mouse.up();
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
  await expectServed(app, id, (map) => map.handoffs.length).toBe(2);
  await page.keyboard.press('Escape');
  await expectServed(app, id, (map) => [map.touchpoints.length, map.handoffs.length]).toEqual([3, 1]);
});

test('the hand-off tool links two cards by clicking them', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await page.getByRole('button', { name: 'Hand-off', exact: true }).click();
  await card(page, 'Takes the order').click();
  await card(page, 'Connects the line').click();
  await expectServed(app, id, (map) => map.handoffs.length).toBe(2);
});

test('the emotion of a step is dragged, and an unrated one offers a point', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const ratings = () =>
    expectServed(app, id, (map) => map.steps.map(({ emotions }) => emotions.map(({ value }) => value)));
  const rated = await page.getByRole('slider', { name: 'Emotion: Gets connected' }).boundingBox();
  await dragOver(page, { x: rated!.x + 14, y: rated!.y + 14 }, { x: rated!.x + 14, y: rated!.y - 34 });
  await page.mouse.up();
  await ratings().toEqual([[1], [], [1]]);
  const unrated = await page.getByRole('slider', { name: 'Emotion: Orders online' }).boundingBox();
  await dragOver(page, { x: unrated!.x + 14, y: unrated!.y + 14 }, { x: unrated!.x + 14, y: unrated!.y + 90 });
  await page.mouse.up();
  await ratings().toEqual([[1], [-2], [1]]);
});

test('a step is dragged before another by its header, and a stage by its own', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const steps = () => expectServed(app, id, (map) => map.steps.map(({ title }) => title));
  const first = await stepHeader(page, 'Compares plans').boundingBox();
  const second = await stepHeader(page, 'Orders online').boundingBox();
  await dragOver(page, { x: second!.x + 40, y: second!.y + 30 }, { x: first!.x + 20, y: first!.y + 30 });
  await page.mouse.up();
  await steps().toEqual(['Orders online', 'Compares plans', 'Gets connected']);
  const stage = (title: string) => page.locator('[aria-roledescription="stage"]').filter({ hasText: title });
  const service = await stage('Service').boundingBox();
  const sales = await stage('Sales').boundingBox();
  await dragOver(page, { x: service!.x + 30, y: service!.y + 15 }, { x: sales!.x + 20, y: sales!.y + 15 });
  await page.mouse.up();
  await steps().toEqual(['Gets connected', 'Orders online', 'Compares plans']);
});

test('menus of the headers change what stands over the map', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await stepHeader(page, 'Compares plans').hover();
  await page.getByRole('button', { name: 'Actions for Compares plans' }).click();
  await page.getByRole('menuitem', { name: 'Moment of truth' }).click();
  await expectServed(app, id, (map) => map.steps.map(({ momentOfTruth }) => momentOfTruth)).toEqual([
    true,
    false,
    false,
  ]);
  await stepHeader(page, 'Orders online').hover();
  await page.getByRole('button', { name: 'Actions for Orders online' }).click();
  await page.getByRole('menuitem', { name: 'Add step after' }).click();
  await expect(page.getByLabel('Title of the step')).toBeFocused();
  await page.keyboard.type('Pays');
  await page.keyboard.press('Escape');
  await expectServed(app, id, (map) => map.steps.map(({ title }) => title)).toContain('Pays');
  await page.getByRole('group', { name: /^Field/ }).hover();
  await page.getByRole('button', { name: 'Actions for Field' }).click();
  await page.getByRole('menuitemradio', { name: /^Frontstage/ }).click();
  await expectServed(app, id, (map) => map.lanes.map(({ visibility }) => visibility)).toEqual([
    'frontstage',
    'frontstage',
  ]);
  await expect(page.getByText('line of visibility')).toHaveCount(0);
});

test('the headers stay where they are and follow the map sideways', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const header = stepHeader(page, 'Orders online');
  const before = { header: (await header.boundingBox())!, card: (await card(page, 'Takes the order').boundingBox())! };
  await page.mouse.move(600, 500);
  await page.mouse.wheel(60, 80);
  await expect.poll(async () => (await card(page, 'Takes the order').boundingBox())!.x).toBe(before.card.x - 60);
  const after = { header: (await header.boundingBox())!, card: (await card(page, 'Takes the order').boundingBox())! };
  expect(after.card.y).toBe(before.card.y - 80);
  expect(after.header.y).toBe(before.header.y);
  expect(after.header.x).toBeCloseTo(before.header.x - 60, 0);
});

test('the lines of the grid reach the edge of the window wherever one pans', async ({ page, app }) => {
  await openHere(page, app, await smallMap(app));
  const pane = (await page.locator('.react-flow').boundingBox())!;
  await page.mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 2);
  for (let times = 0; times < 8; times++) await page.mouse.wheel(1000, 0);
  const line = page.locator('.react-flow__viewport svg path[d*="H"]').first();
  await expect.poll(async () => (await card(page, 'Shows plans').count()) === 0).toBe(true);
  await expect
    .poll(async () => {
      const { x, width } = (await line.boundingBox())!;
      return x <= pane.x && x + width >= pane.x + pane.width;
    })
    .toBe(true);
});

test('the mark of a gap opens the panel at it', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('button', { name: /^Gap 1,/ }).click();
  await expect(page.locator('[data-spot][data-selected]').first()).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Gaps/ })).toHaveAttribute('aria-selected', 'true');
});
