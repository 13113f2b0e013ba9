import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { MapJson } from '../../../shared/model/presentMap.ts';
import { passersBy } from '../../support/passers.ts';
import type { TestVisitor } from '../../support/visitor.ts';
import { pause } from '../rooms/figures.ts';
import { recorder } from './recorder.ts';
import type { Scene } from './scene.ts';
import { SomebodyElse } from './somebodyElse.ts';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An open page under measurement. */
export interface Opened {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** The middle of what is in sight, in the window. */
  readonly middle: { readonly x: number; readonly y: number };
  /** How far the size is from that at which one reads. */
  readonly zoom: number;
  /** The middle of a card in sight, in the window. */
  readonly card: { readonly x: number; readonly y: number };
  /** Begins to change so many fields a second, every second of them in sight; answers how to end it. */
  changeFields(aSecond: number): Promise<() => Promise<void>>;
  /** So many others come, who point and, every third of them, drag a card in sight all the time; answers how to end it. */
  gather?(people: number): Promise<() => void>;
  close(): Promise<void>;
}

export interface Contestant {
  readonly name: string;
  /** A page in a browser that was never there, as soon as all visible cards are drawn. */
  open(touchpoints?: number): Promise<Opened>;
  /** The same with the whole map in view. */
  openWhole(touchpoints?: number): Promise<Opened>;
  /** Types into the title of a card, letter by letter, for one who can. */
  type?(opened: Opened, letters: number): Promise<void>;
}

/** What the references need to know so that they show the same. */
export interface Editor extends Contestant {
  readonly size: Size;
  readonly opening: View;
  readonly whole: ReadonlyMap<number, View>;
}

const CARD = '[aria-roledescription="touchpoint"]';
const REGION = '[aria-label="Map"][tabindex]';
/** What comes after the first drawing (rules, comments) must not disturb what is measured next. */
const SETTLE_MS = 2500;

interface EditorOptions {
  readonly browser: Browser;
  readonly viewport: Size;
  readonly owner: TestVisitor;
  readonly ids: ReadonlyMap<number, string>;
}

/** The editor of this project. Looks once at each map to know where everything is. */
export async function editor({ browser, viewport, owner, ids }: EditorOptions): Promise<Editor> {
  const opening: View[] = [];
  const whole = new Map<number, View>();
  let region = { x: 0, y: 0, width: 0, height: 0 };
  const expected = new Map<number, number>();

  const goTo = async (touchpoints: number) => {
    const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
    await context.addCookies(
      owner.cookie.split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: owner.url };
      }),
    );
    return navigate(context, `${owner.url}/m/${ids.get(touchpoints)}`, CARD, expected.get(touchpoints) ?? 1);
  };
  const showWhole = async (page: Page) => {
    await page.locator(REGION).focus();
    await page.keyboard.press('Shift+Digit1');
    await pause(1000);
  };
  const look = async (size: number) => {
    expected.delete(size);
    const { page, context } = await goTo(size);
    await untilDrawn(page);
    await pause(1000);
    expected.set(size, await page.locator(CARD).count());
    opening.push(await viewOf(page));
    region = (await page.locator(REGION).boundingBox()) ?? region;
    await showWhole(page);
    whole.set(size, await viewOf(page));
    await context.close();
  };
  for (const size of ids.keys()) await look(size);
  const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };

  const opened = async (touchpoints: number, isWhole: boolean): Promise<Opened> => {
    const { page, cdp, context } = await goTo(touchpoints);
    await untilDrawn(page);
    await pause(isWhole ? SETTLE_MS : 0);
    if (isWhole) await showWhole(page);
    const inSight = await page.locator(CARD).evaluateAll((cards) =>
      cards.map((card) => {
        const { x, y, width, height } = card.getBoundingClientRect();
        return { id: card.getAttribute('data-spot')?.split('/')[1] ?? '', x: x + width / 2, y: y + height / 2 };
      }),
    );
    const { zoom } = await viewOf(page);
    const away = (card: { x: number; y: number }) => Math.hypot(card.x - middle.x, card.y - middle.y);
    const card = [...inSight].sort((a, b) => away(a) - away(b))[0] ?? middle;
    return {
      page,
      cdp,
      middle,
      zoom,
      card,
      async changeFields(aSecond) {
        const map = ids.get(touchpoints) ?? '';
        const { touchpoints: all }: MapJson = await owner.expect('GET', `/api/maps/${map}`);
        const somebody = await SomebodyElse.join(owner, map);
        let count = 0;
        const timer = setInterval(() => {
          count += 1;
          const id = (count % 2 === 0 && inSight[count % inSight.length]?.id) || all[(count * 37) % all.length]?.id;
          if (id) somebody.change(id, count);
        }, 1000 / aSecond);
        return async () => {
          clearInterval(timer);
          somebody.leave();
          // Longer titles need more room: other cards are in sight from now on.
          await look(touchpoints);
        };
      },
      async gather(people) {
        const passers = await passersBy(owner, ids.get(touchpoints) ?? '', people);
        let turn = 0;
        // As often as a page tells of its pointer.
        const timer = setInterval(() => {
          turn += 1;
          for (const [at, passer] of passers.entries()) {
            const angle = turn * 0.08 + at;
            const x = Math.round(200 + (at % 6) * 330 + 130 * Math.sin(angle));
            const y = Math.round(150 + Math.floor(at / 6) * 220 + 90 * Math.cos(angle));
            passer.point(x, y, at % 3 === 0 ? inSight[at % inSight.length]?.id : undefined);
          }
        }, 40);
        return () => {
          clearInterval(timer);
          for (const passer of passers) passer.leave();
        };
      },
      close: () => context.close(),
    };
  };
  const [first] = opening;
  if (!first) throw new Error('No map to look at');
  return {
    name: 'throughline',
    size: { width: Math.round(region.width), height: Math.round(region.height) },
    opening: first,
    whole,
    open: (touchpoints = 1000) => opened(touchpoints, false),
    openWhole: (touchpoints = 1000) => opened(touchpoints, true),
    async type({ page, card }, letters) {
      await page.mouse.dblclick(card.x, card.y);
      await page.getByLabel('Title of the touchpoint').focus();
      await page.evaluate(() => {
        window.bench.record.keys.length = 0;
      });
      for (let letter = 0; letter < letters; letter++) {
        await page.keyboard.press(letter % 6 === 5 ? 'Space' : 'abcdefgh'.charAt(letter % 8));
        await pause(90);
      }
    },
  };
}

interface ReferenceOptions {
  readonly browser: Browser;
  readonly name: string;
  readonly page: string;
  readonly url: string;
  readonly like: Editor;
  readonly maps: ReadonlyMap<number, { readonly scene: Scene }>;
}

/** A reference page, looking at the same part of the same map in the same size. */
export function reference({ browser, name, page: path, url, like, maps }: ReferenceOptions): Contestant {
  const { width, height } = like.size;
  const opened = async (touchpoints: number, { x, y, zoom }: View): Promise<Opened> => {
    const context = await browser.newContext({ viewport: { width, height } });
    const address = `${url}/${path}.html?touchpoints=${touchpoints}&x=${x}&y=${y}&zoom=${zoom}`;
    const { page, cdp } = await navigate(context, address, '.card', touchpoints);
    await untilDrawn(page);
    const middle = { x: width / 2, y: height / 2 };
    const cards = (maps.get(touchpoints)?.scene.cards ?? []).map((card, index) => ({
      index,
      x: x + (card.x + card.width / 2) * zoom,
      y: y + (card.y + card.height / 2) * zoom,
    }));
    const away = (card: { x: number; y: number }) => Math.hypot(card.x - middle.x, card.y - middle.y);
    const nearest = [...cards].sort((a, b) => away(a) - away(b));
    return {
      page,
      cdp,
      middle,
      zoom,
      card: nearest[0] ?? middle,
      async changeFields(aSecond) {
        const inSight = nearest.slice(0, 30).map(({ index }) => index);
        // Nothing of it comes over a wire here, which is to their advantage.
        await page.evaluate(
          ({ inSight, all, aSecond }) => {
            let count = 0;
            setInterval(() => {
              count += 1;
              const index = count % 2 === 0 ? inSight[count % inSight.length] : (count * 37) % all;
              window.reference?.change(index ?? 0, `Changed by somebody, ${count}`);
            }, 1000 / aSecond);
          },
          { inSight, all: cards.length, aSecond },
        );
        return () => Promise.resolve();
      },
      close: () => context.close(),
    };
  };
  const wholeOf = (touchpoints: number) => like.whole.get(touchpoints) ?? like.opening;
  return {
    name,
    open: (touchpoints = 1000) => opened(touchpoints, like.opening),
    openWhole: (touchpoints = 1000) => opened(touchpoints, wholeOf(touchpoints)),
  };
}

async function navigate(context: BrowserContext, url: string, selector: string, expected: number) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.addInitScript(`(${recorder})(${JSON.stringify(selector)}, ${expected})`);
  await page.goto(url);
  return { page, cdp, context };
}

const untilDrawn = (page: Page) => page.waitForFunction(() => window.bench.record.drawnAt > 0, null, { polling: 100 });

const viewOf = (page: Page): Promise<View> =>
  page.locator('.react-flow__viewport').evaluate((element) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f, zoom: a };
  });
