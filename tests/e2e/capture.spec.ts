import type { Page } from '@playwright/test';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { expectServed, openHere, smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { card, expect, test } from './support.ts';

/** Typing a conversation into the map as it happens. */

const told = (map: MapJson) =>
  map.touchpoints.map(({ title, owner, channel, place }) =>
    [
      title,
      map.people.find(({ id }) => id === owner)?.name ?? '-',
      channel || '-',
      map.steps.find(({ id }) => id === place?.step)?.title,
    ].join(' | '),
  );

const names = (page: Page, of: string) => page.getByRole('listbox', { name: of }).getByRole('option');

async function begin(page: Page): Promise<void> {
  await card(page, 'Takes the order').click();
  await page.keyboard.press('t');
  await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
}

test('"Title @owner #channel" and Enter make a card and open the next; Tab goes to the next step', async ({
  page,
  app,
}) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await begin(page);
  await page.keyboard.type('Checks the address @mika kay #web');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Mails ada@example.com @Jo_Lind');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Calls back #Phone');
  await page.keyboard.press('Escape');
  await expectServed(app, id, told).toEqual([
    'Shows plans | Mika Kay | web | Compares plans',
    'Takes the order | Mika Kay | web | Orders online',
    'Checks the address | Mika Kay | web | Orders online',
    'Mails ada@example.com | Jo Lind | - | Orders online',
    'Calls back | - | Phone | Gets connected',
    'Connects the line | - | visit | Gets connected',
  ]);
  // A title that is there already is not read again.
  await card(page, 'Shows plans').dblclick();
  await page.keyboard.press('End');
  await page.keyboard.type(' #2');
  await page.keyboard.press('Enter');
  await expectServed(app, id, (map) => map.touchpoints[0]?.title).toBe('Shows plans #2');
});

test('people and channels are offered and never take Enter before one is chosen', async ({ page, app }) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  await begin(page);
  await page.keyboard.type('Asks @mi');
  await expect(names(page, 'People')).toHaveText(['Mika Kay']);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expectServed(app, id, told).toContain('Asks | mi | - | Orders online');
  await page.keyboard.type('Tells @mi');
  await expect(names(page, 'People').first()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(names(page, 'People').last()).toHaveAttribute('aria-selected', 'true');
  const last = (await names(page, 'People').last().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title of the touchpoint')).toHaveValue(`Tells @${last} `);
  await page.keyboard.type('#vis');
  await names(page, 'Channels').filter({ hasText: 'visit' }).click();
  await expect(page.getByLabel('Title of the touchpoint')).toHaveValue(`Tells @${last} #visit `);
  await page.keyboard.type('#');
  await expect(names(page, 'Channels').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(names(page, 'Channels')).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expectServed(app, id, told).toContain(`Tells | ${last} | visit | Orders online`);
});

test('a title takes what a title takes: what is pasted beyond it is in the description, and undone with it', async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await smallMap(app);
  await openHere(page, app, id);
  const long = 'every word counts '.repeat(80).trim();
  const parts = () =>
    expectServed(app, id, ({ touchpoints }) =>
      touchpoints.flatMap(({ title, description }) =>
        title.startsWith('every') ? [[title.length <= 1000, `${title} ${description}`]] : [],
      ),
    );
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await card(page, 'Shows plans').dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await expect(
    page.getByText('A title has at most 1,000 characters. The rest is in the description.', { exact: true }),
  ).toBeVisible();
  await parts().toEqual([[true, long]]);
  await page.keyboard.press('End');
  await page.keyboard.type(' and many more');
  await expect(
    page.getByText('A title has at most 1,000 characters. Write more in the description.', { exact: true }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expectServed(app, id, ({ touchpoints }) => touchpoints[0]?.title).toBe('Shows plans');
  await expectServed(app, id, ({ touchpoints }) => touchpoints[0]?.description).toBe('');
});
