import type { BrowserContext, Page } from '@playwright/test';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { type App, card, expect, importCsv, readServed } from './support.ts';

/** A small journey: two stages, three steps, two departments on either side of the line of visibility. */
const CSV = `Stage,Step,Emotion,Department,Visibility,Touchpoint,Channel,Owner,Hands off to,Information
Sales,Compares plans,1,Shop,frontstage,Shows plans,web,Mika Kay,Takes the order,all
Sales,Orders online,,Shop,frontstage,Takes the order,web,Mika Kay,,
Service,Gets connected,-1,Field,backstage,Connects the line,visit,,,
`;

export const smallMap = (app: App): Promise<string> => importCsv(app, 'Small', CSV);

export const emptyMap = (app: App): Promise<string> => app.owner.createMap('Empty');

/** On a phone maps open as outline; this browser's person prefers the map. */
export const preferMap = (where: Page | BrowserContext): Promise<unknown> =>
  where.addInitScript(() => localStorage.setItem('throughline.phone-view', 'map'));

export async function openHere(page: Page, app: App, id: string): Promise<void> {
  await page.goto(`${app.url}/m/${id}`);
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
}

/** "Shows plans @ Compares plans / Shop" for every touchpoint, in reading order. */
const placesIn = (map: MapJson): string[] =>
  map.touchpoints.map(({ title, place }) => {
    const step = map.steps.find(({ id }) => id === place?.step)?.title;
    const lane = map.lanes.find(({ id }) => id === place?.lane)?.title;
    return `${title} @ ${step} / ${lane}`;
  });

/** Waits until the server has the touchpoints at these places. */
export const expectPlaces = (app: App, id: string, places: readonly string[]) =>
  expect.poll(async () => placesIn(await readServed(app, id))).toEqual(places);

/** Waits until something told from the map is as expected. */
export const expectServed = (app: App, id: string, tell: (map: MapJson) => unknown) =>
  expect.poll(async () => tell(await readServed(app, id)));

/** Drags with the mouse from a point of one element to a point of another. */
export async function dragOver(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

export async function middleOf(page: Page, title: string): Promise<{ x: number; y: number }> {
  const box = await card(page, title).boundingBox();
  if (!box) throw new Error(`No card ${title} in sight`);
  return { x: box.x + box.width / 2, y: box.y + 20 };
}

/** What has the focus, as a screen reader names it. */
export const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
