import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import Papa from 'papaparse';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { type ServedApp, serveApp } from '../support/serveApp.ts';

/** Tests of the built app in a real browser. `app` is one server a worker; every test makes maps of its own. */
export const test = base.extend<object, { app: ServedApp }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const app = await serveApp();
      await use(app);
      await app.dispose();
    },
    { scope: 'worker' },
  ],
});

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
export async function importCase(app: ServedApp, name: string): Promise<string> {
  const response = await fetch(`${app.url}/api/import?title=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: readFileSync(casePath(name)),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

/** The map as the server has it. */
export async function readServed(app: ServedApp, id: string): Promise<MapJson> {
  const response = await fetch(`${app.url}/api/maps/${id}`);
  expect(response.status).toBe(200);
  return (await response.json()) as MapJson;
}

/** One more person: a browser of their own, with the map open. */
export async function openMap(browser: Browser, app: ServedApp, id: string): Promise<Page> {
  // A wall screen: only what is in view is in the page, and these tests are about the map, not about panning.
  const context = await browser.newContext({ viewport: { width: 2600, height: 1400 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/m/${id}`);
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  return page;
}

/** Waits until the page says that everything it did is on the server's disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
}

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
