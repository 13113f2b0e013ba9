import type { Page } from '@playwright/test';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { expectPdfSays, exportPdf } from './exportedPdf.ts';
import {
  CASES,
  card,
  casePath,
  expect,
  expectSaved,
  importCase,
  openMap,
  readCase,
  readServed,
  shown,
  stepHeader,
  test,
} from './support.ts';

/** The main job, once through: import a real journey, edit it in two browsers, see its gaps, export it. */

/** Types a new title over the old one, as somebody would. */
async function retitle(page: Page, from: string, to: string): Promise<void> {
  await card(page, from).dblclick();
  await page.getByLabel('Title of the touchpoint').fill(to);
  await page.keyboard.press('Enter');
}

type CaseRow = ReturnType<typeof readCase>[number];

/** What a row of the file says and the map does not. */
function lostOf(row: CaseRow, map: MapJson): string[] {
  const { Stage = '', Step = '', Department = '', Touchpoint = '', Owner = '' } = row;
  const stage = map.stages.find(({ title }) => title === Stage);
  const step = map.steps.find((one) => one.stage === stage?.id && one.title === Step);
  const lane = map.lanes.find(({ title }) => title === Department);
  const owner = map.people.find(({ name }) => name === Owner);
  const touchpoint = map.touchpoints.find(
    ({ title, place }) => title === Touchpoint && place?.step === step?.id && place?.lane === lane?.id,
  );
  const targets = map.handoffs.filter(({ from }) => from === touchpoint?.id).map(({ to }) => to);
  const isLinked = (target: string) =>
    map.touchpoints.some(({ id, title }) => title === target && targets.includes(id));
  const lost = [
    !stage && `stage ${Stage}`,
    !step && `step ${Step}`,
    Department && !lane && `department ${Department}`,
    Owner && !owner && `owner ${Owner}`,
    Touchpoint && !touchpoint && `touchpoint ${Touchpoint}`,
    Touchpoint && Owner && touchpoint?.owner !== owner?.id && `owner of ${Touchpoint}`,
    ...targetsOf(row).map((target) => !isLinked(target) && `hand-off from ${Touchpoint} to ${target}`),
  ];
  return lost.flatMap((item) => item || []);
}

const targetsOf = (row: CaseRow): string[] => (row['Hands off to'] ?? '').split(' | ').filter(Boolean);

for (const name of CASES) {
  test(`${name}: imported through the page, nothing is lost`, async ({ page, app }) => {
    await page.goto(app.url);
    await page.getByLabel('Import').setInputFiles(casePath(name));
    await page.waitForURL(/\/m\//);
    await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
    await expectSaved(page);
    const map = await readServed(app, page.url().split('/m/')[1] ?? '');
    const rows = readCase(name);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => lostOf(row, map))).toEqual([]);
    // Two rows that say the same are two touchpoints.
    expect(map.touchpoints).toHaveLength(rows.filter(({ Touchpoint }) => Touchpoint).length);
    expect(map.handoffs).toHaveLength(rows.flatMap(targetsOf).length);
    expect(map.unplaced).toEqual({ steps: [], touchpoints: [], notes: [] });
    expect(map.skipped).toBe(0);
    await expect(page.locator('[aria-roledescription="touchpoint"]').first()).toBeVisible();
  });
}

test('a case is exported in the page as a PDF that says every title and owner of it', async ({ browser, app }) => {
  const id = await importCase(app, 'hospital-hip-fracture-pathway');
  const pdf = await exportPdf(await openMap(browser, app, id));
  const columns = ['Stage', 'Step', 'Department', 'Touchpoint', 'Owner'] as const;
  const said = readCase('hospital-hip-fracture-pathway').flatMap((row) => columns.map((column) => row[column] ?? ''));
  expectPdfSays(pdf, [...new Set(said)]);
});

test('titles of 500 characters leave the map on the screen', async ({ page, app }) => {
  const long = (word: string) => `${word} and so on `.repeat(100).slice(0, 499).concat('.');
  const cells = ['Stage', 'Step', 'Department', 'Touchpoint', 'Owner'];
  const rows = ['One', 'Two', 'Three'].map((number) => cells.map((cell) => long(`${cell} ${number}`)).join(','));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(app.url);
  await page.getByLabel('Import').setInputFiles({
    name: 'Long titles.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([cells.join(','), ...rows].join('\n')),
  });
  await page.waitForURL(/\/m\//);
  const map = await readServed(app, page.url().split('/m/')[1] ?? '');
  expect(map.touchpoints.map(({ title }) => title.length)).toEqual([500, 500, 500]);
  for (const kind of ['touchpoint', 'step', 'stage', 'lane']) {
    await expect(page.locator(`[aria-roledescription="${kind}"]`).first()).toBeInViewport({ ratio: 0.2 });
  }
});

test('two people type in one title at once, and both keep what they typed', async ({ browser, app }) => {
  const id = await importCase(app, 'nng-switching-mobile-plan');
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const title = 'Calls competitors to see what they offer';
  for (const page of [first, second]) await card(page, title).dblclick();
  const [one, two] = [first.getByLabel('Title of the touchpoint'), second.getByLabel('Title of the touchpoint')];
  await one.press('Control+Home');
  await two.press('Control+End');
  await Promise.all([one.pressSequentially('FIRST ', { delay: 30 }), two.pressSequentially(' SECOND', { delay: 30 })]);
  for (const field of [one, two]) await expect(field).toHaveValue(`FIRST ${title} SECOND`);
  for (const page of [first, second]) await page.keyboard.press('Enter');
  for (const page of [first, second]) await expectSaved(page);
  expect((await readServed(app, id)).touchpoints.map((touchpoint) => touchpoint.title)).toContain(
    `FIRST ${title} SECOND`,
  );
});

test('a step is deleted while somebody adds a touchpoint to it: it waits in Unplaced, for both', async ({
  browser,
  app,
}) => {
  const id = await importCase(app, 'nng-switching-mobile-plan');
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const before = await readServed(app, id);
  await second.getByRole('region', { name: 'Map' }).hover();
  // The second one's edits travel only after the first one's deletion: they are cut off meanwhile.
  await second.context().setOffline(true);
  const step = 'Decides and calls customer service to switch';
  await stepHeader(first, step).first().click();
  await first.keyboard.press('Delete');
  await expect(stepHeader(first, step)).toHaveCount(0);
  await expectSaved(first);
  await stepHeader(second, step).first().click();
  await card(second, step).first().click();
  await second.keyboard.press('t');
  await second.getByLabel('Title of the touchpoint').fill('Gets a welcome text');
  await second.keyboard.press('Enter');
  await second.keyboard.press('Escape');
  await expect(second.getByText(/^Offline, \d+ edits? kept here$/)).toBeVisible();
  await second.context().setOffline(false);
  await expectSaved(second);
  const after = await readServed(app, id);
  expect(after.touchpoints).toHaveLength(before.touchpoints.length + 1);
  expect(after.unplaced.touchpoints).toHaveLength(2);
  for (const page of [first, second]) await expect(page.getByText(/unplaced/i).first()).toBeVisible();
  await first.getByRole('region', { name: 'Map' }).click({ position: { x: 700, y: 700 } });
  await first.keyboard.press('Control+z');
  await expect(stepHeader(second, step)).toHaveCount(1);
  expect((await readServed(app, id)).unplaced.touchpoints).toHaveLength(0);
});

test('what was saved is there after a reload, a restart and a kill of the server; both pages agree', async ({
  browser,
  app,
}) => {
  const id = await importCase(app, 'va-outpatient-check-in');
  const [first, second] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await retitle(first, 'Claim status text', 'Claim status by text message');
  await retitle(second, 'Scheduler books in VSE-GUI', 'Scheduler books the visit');
  for (const page of [first, second]) await expectSaved(page);
  await app.kill();
  await expect(first.getByText(/^Offline/)).toBeVisible();
  await retitle(first, 'Claim status by text message', 'Claim status by text, typed offline');
  await expect(first.getByText(/^Offline, \d+ edits? kept here$/)).toBeVisible();
  // Closed while the server was away, opened when it is back: what was typed waits in the browser.
  await first.goto('about:blank');
  await app.start();
  await first.goto(`${app.url}/m/${id}`);
  for (const page of [first, second]) await expectSaved(page);
  await expect(card(second, 'Claim status by text, typed offline')).toBeVisible();
  await expect(card(first, 'Scheduler books the visit')).toBeVisible();
  expect(await shown(first)).toEqual(await shown(second));
  await app.stop();
  await app.start();
  await second.reload();
  await expect(card(second, 'Claim status by text, typed offline')).toBeVisible();
});
