import { passersBy } from '../support/passers.ts';
import { expectServed, openHere, smallMap } from './canvasMap.ts';
import { expectAccessible } from './panelsAxe.ts';
import { card, expect, newPerson, openMap, readServed, shown, test } from './support.ts';

test('what others change lights up once, what one changes oneself does not; their cursors can be hidden', async ({
  browser,
  app,
}) => {
  const id = await smallMap(app);
  const [here, other] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  const lit = (page: typeof here) =>
    page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { lit: seen });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (!(node instanceof Element)) continue;
            for (const flash of [node, ...node.querySelectorAll('*')]) {
              const key = flash.getAttribute('data-flash');
              if (key) seen.push(key.slice(0, key.indexOf('/')));
            }
          }
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
  const seen = (page: typeof here) => page.evaluate(() => (window as unknown as { lit: string[] }).lit);
  await lit(here);
  await lit(other);
  await card(other, 'Shows plans').click();
  await other.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => seen(here)).toEqual(['touchpoint']);
  // It goes out by itself.
  await expect(here.locator('[data-flash]')).toHaveCount(0);
  expect(await seen(other)).toEqual([]);

  const box = (await card(other, 'Takes the order').boundingBox())!;
  await other.mouse.move(box.x + 20, box.y + 20);
  const name =
    (await here
      .getByRole('button', { name: /^Follow Person \d+/ })
      .first()
      .textContent()) ?? '';
  const cursor = here.getByTestId('others').locator('svg[viewBox="0 0 16 18"]');
  await expect(cursor).toHaveCount(1);
  expect(name).toMatch(/Person \d+/);
  await here.getByRole('button', { name: /^You are/ }).click();
  const choice = here.getByLabel('Show where the others point');
  await expect(choice).toBeChecked();
  await expectAccessible(here);
  await choice.click();
  await expect(cursor).toHaveCount(0);
  await here.reload();
  await expect(card(here, 'Takes the order')).toBeVisible();
  await other.mouse.move(box.x + 40, box.y + 30);
  // The selection of the other still shows where they are.
  await expect(here.getByTestId('others')).toContainText(/Person \d+/);
  await expect(cursor).toHaveCount(0);
  await Promise.all([here.context().close(), other.context().close()]);
});

test('where the system asks for calm, nothing lights up', async ({ browser, app }) => {
  const id = await smallMap(app);
  const [here, other] = [await openMap(browser, app, id), await openMap(browser, app, id)];
  await here.emulateMedia({ reducedMotion: 'reduce' });
  await card(other, 'Shows plans').click();
  await other.keyboard.press('Alt+ArrowRight');
  await expect
    .poll(async () => (await card(here, 'Shows plans').getAttribute('aria-label')) ?? '')
    .toContain('Orders online');
  expect(
    await here
      .locator('[data-flash]')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).animationDuration)),
  ).not.toContain('1.1s');
  await expect(here.locator('[data-flash]')).toHaveCount(0);
  await Promise.all([here.context().close(), other.context().close()]);
});

test('ten browsers write on one map at once, and all of them see all of it', async ({ browser, app }) => {
  test.slow();
  const id = await smallMap(app);
  const link = await app.owner.link(id, 'editor');
  const pages = await Promise.all(
    Array.from({ length: 10 }, async () => {
      // Tall enough for all of it: only what is in sight is in the page, and who writes below the edge is taken there.
      const page = await newPerson(browser, app, { viewport: { width: 1100, height: 1600 } });
      await page.goto(link.url);
      // Each has a tenth of the machine.
      await expect(card(page, 'Takes the order')).toBeVisible({ timeout: 60_000 });
      return page;
    }),
  );
  // One touchpoint each, three or four of them in the same cell at the same moment.
  await Promise.all(
    pages.map(async (page, at) => {
      await card(page, ['Shows plans', 'Takes the order', 'Connects the line'][at % 3] ?? '').click();
      await page.keyboard.press('t');
      await expect(page.getByLabel('Title of the touchpoint')).toBeFocused();
      await page.keyboard.type(`From ${at} #chat`);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }),
  );
  const titles = ['Connects the line', ...pages.map((_, at) => `From ${at}`), 'Shows plans', 'Takes the order'];
  await expectServed(app, id, (map) => map.touchpoints.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  await expectServed(app, id, (map) => map.touchpoints.filter(({ channel }) => channel === 'Chat').length).toBe(10);
  const [first, ...rest] = pages;
  for (const page of rest) await expect.poll(() => shown(page)).toEqual(await shown(first!));
  // Each undoes what is theirs, and nothing else, however often. Of a slow writer the words are several steps.
  const others = titles.filter((title) => title !== 'From 0').toSorted();
  await expect
    .poll(async () => {
      await first!.keyboard.press('Control+z');
      const { touchpoints } = await readServed(app, id);
      return touchpoints.map(({ title }) => title).toSorted();
    })
    .toEqual(others);
  for (const page of rest) await expect.poll(() => shown(page)).toEqual(await shown(first!));
});

test('thirty people point about: a few names, small marks for the rest, none when one wants peace', async ({
  page,
  app,
}) => {
  const id = await smallMap(app);
  await openHere(page, app, id);
  const passers = await passersBy(app.owner, id, 30);
  const walk = (turn: number) => {
    for (const [at, passer] of passers.entries()) passer.point(200 + 20 * at, 60 + ((at * 40 + turn * 15) % 400));
  };
  const cursors = page.getByTestId('others').locator('svg[viewBox="0 0 16 18"]');
  walk(0);
  await expect(cursors).toHaveCount(30);
  await expect(page.getByTestId('others').getByText(/^Guest/)).toHaveCount(8);
  // Transitions would be told to all of the page, each with a beginning and an end: too many in a crowd.
  await page.evaluate(() => {
    const events: string[] = [];
    Object.assign(window, { transitions: events });
    for (const type of ['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel']) {
      addEventListener(
        type,
        ({ target }) => (target as Element).closest('[data-testid="others"]') && events.push(type),
        {
          capture: true,
        },
      );
    }
  });
  // They go on while one works.
  let turn = 0;
  const moving = setInterval(() => walk(++turn), 50);
  try {
    await card(page, 'Takes the order').click();
    await page.keyboard.press('t');
    await page.keyboard.type('Among thirty');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(card(page, 'Among thirty')).toBeVisible();
    // They glide: places are drawn between those that are told, which are five apart.
    const between = await cursors.first().evaluate(async (cursor) => {
      const glider = cursor.closest<HTMLElement>('[style*="translate"]');
      for (let frame = 0; frame < 300; frame++) {
        await new Promise(requestAnimationFrame);
        const y = Number(/, (.+)px\)/.exec(glider?.style.transform ?? '')?.[1]);
        if (y % 5 !== 0) return y;
      }
      return null;
    });
    expect(between).toBeGreaterThan(0);
    expect(await page.evaluate(() => (window as unknown as { transitions: string[] }).transitions)).toEqual([]);
    await page.keyboard.press(',');
    await page.keyboard.press('q');
    await expect(cursors).toHaveCount(0);
  } finally {
    clearInterval(moving);
    for (const passer of passers) passer.leave();
  }
});
