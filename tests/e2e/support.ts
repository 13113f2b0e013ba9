import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import Papa from 'papaparse';
import type { MapJson } from '../../shared/model/presentMap.ts';
import type { LinkRole } from '../../shared/protocol/roles.ts';
import { type ServedApp, serveApp } from '../support/serveApp.ts';
import { newGuest, type TestVisitor } from '../support/visitor.ts';

/** The served app, and the guest whose maps the tests use: the browser of every test is theirs. */
export interface App extends ServedApp {
  readonly owner: TestVisitor;
}

/** Tests of the built app in a real browser. `app` is one server a worker; every test makes maps of its own. */
export const test = base.extend<{ othersLeave: undefined }, { app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const app = await serveApp();
      const owner = await newGuest(app.url);
      await owner.expect('PATCH', '/api/me', { body: { name: 'Olive Owner' } });
      await use({ ...app, owner });
      await app.dispose();
    },
    { scope: 'worker' },
  ],
  // Browsers that stay open work on, and slow down every test after them.
  othersLeave: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  context: async ({ context, app }, use) => {
    await becomeVisitor(context, app.owner);
    await use(context);
  },
});

/** From now on this browser is where `visitor` sits. */
export const becomeVisitor = (context: BrowserContext, { cookie, url }: TestVisitor): Promise<void> =>
  context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
    }),
  );

/** Another window of the guest whose maps the tests use. */
export async function ownPage(browser: Browser, app: App, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  await becomeVisitor(context, app.owner);
  return context.newPage();
}

export { expect };

export const CASES = [
  'business-bank-onboarding',
  'hospital-hip-fracture-pathway',
  'nng-switching-mobile-plan',
  'rail-europe-experience-map',
  'va-outpatient-check-in',
] as const;

export const casePath = (name: string) => fileURLToPath(new URL(`../support/cases/${name}.csv`, import.meta.url));

/** The rows of a case, each by the names in its heading; read without the program's own importer. */
export function readCase(name: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(casePath(name), 'utf8').trimEnd();
  const [heading = [], ...rows] = Papa.parse(text, { delimiter: ',', newline: '\n' }).data;
  return rows.map((row) => Object.fromEntries(heading.map((column, index) => [column, row[index] ?? ''])));
}

/** A map made from a case through the interface that scripts use; answers its id. */
export const importCase = (app: App, name: string): Promise<string> =>
  importCsv(app, name, readFileSync(casePath(name), 'utf8'));

export async function importCsv(app: App, title: string, csv: string): Promise<string> {
  const { id }: { id: string } = await app.owner.expect('POST', `/api/import?title=${encodeURIComponent(title)}`, {
    headers: { 'content-type': 'text/csv' },
    body: csv,
  });
  return id;
}

/** The map as the server has it. */
export const readServed = (app: App, id: string): Promise<MapJson> => app.owner.expect('GET', `/api/maps/${id}`);

/** One more person on a map, brought by a share link: a browser of their own, with the map open. */
export async function openMap(browser: Browser, app: App, id: string, role: LinkRole = 'editor'): Promise<Page> {
  // A wall screen: only what is in view is in the page, and these tests are about the map, not about panning.
  const page = await newPerson(browser, app, { viewport: { width: 2600, height: 1400 } });
  await page.goto((await app.owner.link(id, role)).url);
  await page.waitForURL(`${app.url}/m/${id}${role === 'viewer' ? '/present' : ''}`);
  // Who may only look lands in the executive view; these tests are about the map behind it.
  if (role === 'viewer') await page.goto(`${app.url}/m/${id}?map`);
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  return page;
}

let people = 0;

/** A browser in which a guest sits who has a name already, so that nobody is asked for one. */
export async function newPerson(browser: Browser, app: App, options: BrowserContextOptions = {}): Promise<Page> {
  const guest = await newGuest(app.url);
  await guest.expect('PATCH', '/api/me', { body: { name: `Person ${++people}` } });
  const context = await browser.newContext(options);
  await becomeVisitor(context, guest);
  return context.newPage();
}

/** Waits until the page says that everything it did is on the server's disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
}

/** How much of its maps the browser has on its disk. */
export const bytesKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let bytes = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const store = opening.result;
      if (store.objectStoreNames.contains('updates')) {
        const reading = store.transaction('updates').objectStore('updates').getAll();
        await new Promise((resolve) => reading.addEventListener('success', resolve));
        for (const update of reading.result as Uint8Array[]) bytes += update.length;
      }
      store.close();
    }
    return bytes;
  });

/** A touchpoint on the canvas, by its title. */
export const card = (page: Page, title: string) =>
  page.locator('[aria-roledescription="touchpoint"]').filter({ hasText: title });

/** A step's header, by its title. */
export const stepHeader = (page: Page, title: string) =>
  page.locator('[aria-roledescription="step"]').filter({ hasText: title });

/** What the page shows of the map, in a form in which two pages can be compared. */
export const shown = (page: Page) =>
  page
    .locator('[aria-roledescription="touchpoint"], [aria-roledescription="step"], [aria-roledescription="stage"]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')).sort());
