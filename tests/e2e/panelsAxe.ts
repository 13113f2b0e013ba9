import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly where: readonly string[];
}

/** Fails with the rule and the element where axe finds anything on the page as it is. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  await page.evaluate(axe);
  await settle(page);
  const violations = await page.evaluate(async (root): Promise<Violation[]> => {
    const { axe: loaded } = window as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await loaded.run(root ?? document, { resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }));
  }, within);
  expect(violations).toEqual([]);
}

/** Half-way through a change of colours, text has a contrast that nobody will ever read: goes to the end of all motion. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // The first frame takes in what just changed, and starts the motion that comes of it.
    await frame();
    for (const motion of document.getAnimations()) {
      if (Number.isFinite(Number(motion.effect?.getComputedTiming().endTime))) motion.finish();
    }
    await frame();
  });
}
