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
  const violations = await page.evaluate(async (root): Promise<Violation[]> => {
    const { axe: loaded } = window as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await loaded.run(root ?? document, { resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }));
  }, within);
  expect(violations).toEqual([]);
}
