import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { ShareLink } from '../../shared/protocol/access.ts';
import type { LinkRole } from '../../shared/protocol/roles.ts';
import { expect } from './support.ts';

/** People with browsers of their own, who make maps and open one another's links. */

/** A wall screen: only what is in view is in the page, and these tests are about the map, not about panning. */
const WALL = { viewport: { width: 2600, height: 1400 } };

export const somebody = (browser: Browser, options: Parameters<Browser['newContext']>[0] = WALL) =>
  browser.newContext(options);

/** A map of this person's own; answers its id. */
export async function makeMap(context: BrowserContext, url: string): Promise<string> {
  const response = await context.request.post(`${url}/api/maps`, { data: { sample: 'broadband' } });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

export async function open(context: BrowserContext, url: string, id: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/m/${id}`);
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  return page;
}

export async function makeLink(
  owner: BrowserContext,
  url: string,
  map: string,
  role: LinkRole,
): Promise<Pick<ShareLink, 'id' | 'url'>> {
  const response = await owner.request.post(`${url}/api/maps/${map}/links`, { data: { role } });
  expect(response.status()).toBe(201);
  return (await response.json()) as Pick<ShareLink, 'id' | 'url'>;
}

/** Somebody new with a name, who came by a link, at the map itself: who may only look is shown first what the map says. */
export async function guestBy(browser: Browser, link: { readonly url: string }): Promise<Page> {
  const context = await somebody(browser);
  const { origin } = new URL(link.url);
  await context.request.get(`${origin}/api/me`);
  const named = await context.request.patch(`${origin}/api/me`, { data: { name: 'Gina Guest' }, headers: { origin } });
  expect(named.ok()).toBe(true);
  const page = await context.newPage();
  await page.goto(link.url);
  if (page.url().endsWith('/present')) await page.goto(page.url().replace('/present', '?map'));
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  return page;
}

/** Something that waits until the test lets it go on. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
