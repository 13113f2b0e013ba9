import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { FORMATS } from '../../shared/export/formats.ts';
import { importFile } from '../../shared/import/importFile.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { readPdf } from '../shared/export/readPdf.ts';
import { expectAccessible } from './panelsAxe.ts';
import { type App, expect, ownPage, readServed, test } from './support.ts';

const cases = join(import.meta.dirname, '..', 'support', 'cases');

async function openSample(page: Page, app: App): Promise<string> {
  const { id }: { id: string } = await app.owner.expect('POST', '/api/maps', { body: { sample: 'broadband' } });
  await page.goto(`${app.url}/m/${id}`);
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
  return id;
}
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
async function openExport(page: Page) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog(page, 'Export')).toBeVisible();
}

test('every format comes out of the dialog as a file that holds the map', async ({ page, app }) => {
  test.slow(); // nine exports one after the other
  await openSample(page, app);
  for (const [format, { name }] of Object.entries(FORMATS)) {
    await openExport(page);
    await dialog(page, 'Export').getByText(name, { exact: true }).click();
    const downloading = page.waitForEvent('download');
    await dialog(page, 'Export')
      .getByRole('button', { name: `Export ${name}` })
      .click();
    const download = await downloading;
    const bytes = readFileSync(await download.path());
    expect(download.suggestedFilename()).toBe(`Broadband switching provider.${format === 'mermaid' ? 'mmd' : format}`);
    expect(bytes.length).toBeGreaterThan(400);
    if (format !== 'json' && format !== 'xlsx' && format !== 'csv' && format !== 'mermaid') continue;
    const result = importFile(bytes, { newId: () => `i${Math.random()}`.replace('.', '') });
    if (result.status === 'refused') throw new Error(result.reason);
    expect(readMap(result.doc).steps.list).toHaveLength(9);
  }
});

test('pages are chosen in sight of them, and too small a print is said', async ({ browser, app }) => {
  const page = await ownPage(browser, app, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await openSample(page, app);
  await openExport(page);
  const shown = dialog(page, 'Export');
  const preview = shown.getByAltText('Preview of page 1');
  await expect(preview).toBeVisible();
  await expect.poll(() => preview.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(500);
  await expectAccessible(page, '#floating');
  await shown.getByLabel('Paper').selectOption('a4');
  await expect(shown.getByText(/The smallest text would be [1-4]\.\d pt/)).toBeVisible();
  await shown.getByRole('button', { name: 'One stage a page' }).click();
  await expect(shown.getByText(/The smallest text is [5-9]\.\d pt/)).toBeVisible();
  await shown.getByRole('button', { name: 'Next page' }).click();
  await expect(shown.getByAltText('Preview of page 2')).toBeVisible();
  await shown.getByLabel('Pages').selectOption('executive');
  await expect(shown.getByText('Page 1 of 2')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await shown.getByRole('button', { name: 'Export PDF' }).click();
  const pdf = readPdf(readFileSync(await (await downloading).path()));
  expect(pdf.pages).toHaveLength(2);
  expect(pdf.pageValues[0]).toContain('/MediaBox [0 0 841.89 595.28]');
  await page.context().close();
});

test('a table is added to the open map and goes away with one undo', async ({ page, app }) => {
  const id = await openSample(page, app);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import' }).click();
  const shown = dialog(page, 'Import');
  await shown.getByLabel('File to import').setInputFiles(join(cases, 'va-outpatient-check-in.csv'));
  await expect(shown.getByText('5 stages, 8 steps')).toBeVisible();
  await expectAccessible(page, '#floating');
  await shown.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/^Added 13 touchpoints/)).toBeVisible();
  const stages = async () => (await readServed(app, id)).stages.length;
  await expect.poll(stages).toBe(10);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(stages).toBe(5);
});

test('a pasted table with other column names is told what they mean', async ({ page, app }) => {
  await openSample(page, app);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import' }).click();
  const shown = dialog(page, 'Import');
  await shown.getByLabel('Or paste a table').fill('Akt\tTruppe\tAuftritt\nKauf\tVertrieb\tAnruf bei uns\n');
  await shown.getByRole('button', { name: 'Read it' }).click();
  await expect(shown.getByText(/Say at least which column/)).toBeVisible();
  await expect(shown.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await shown.getByLabel('Meaning of Akt').selectOption('step');
  await shown.getByLabel('Meaning of Truppe').selectOption('department');
  await shown.getByLabel('Meaning of Auftritt').selectOption('touchpoint');
  await expect(shown.getByText(/1 step, 1 department/)).toBeVisible();
  await shown.getByText('New map', { exact: true }).click();
  await shown.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Anruf bei uns').first()).toBeVisible();
  await expect(page.getByText('Status line')).toHaveCount(0);
});

test('a journey drawn with steps as columns is understood, and corrected row by row', async ({ page, app }) => {
  await openSample(page, app);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import' }).click();
  const shown = dialog(page, 'Import');
  const drawn = [
    ['', 'Awareness', 'Buying'],
    ['Customer actions', 'Sees a poster', 'Orders at the desk'],
    ['Touchpoints', 'Poster', 'Desk'],
    ['Owner', 'Marketing', 'Sales'],
    ['Wishes', 'more', 'less'],
  ];
  await shown.getByLabel('Or paste a table').fill(drawn.map((row) => row.join('\t')).join('\n'));
  await shown.getByRole('button', { name: 'Read it' }).click();
  await expect(shown.getByRole('radio', { name: 'Step columns' })).toBeChecked();
  await expect(shown.getByText('2 stages, 2 steps, 2 departments')).toBeVisible();
  await shown.getByLabel('Meaning of Wishes').selectOption('idea');
  await expect(shown.getByText('2 stages, 2 steps, 3 departments')).toBeVisible();
  await expectAccessible(page, '#floating');
  await shown.getByText('New map', { exact: true }).click();
  await shown.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Orders at the desk').first()).toBeVisible();
  await expect(page.getByText('Desk', { exact: true }).first()).toBeVisible();
});

test('a file that is nothing is refused with a sentence', async ({ page, app }) => {
  await openSample(page, app);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import' }).click();
  const shown = dialog(page, 'Import');
  const give = (name: string, buffer: Buffer) =>
    shown.getByLabel('File to import').setInputFiles({ name, mimeType: '', buffer });
  await give('journey.xlsx', Buffer.from('%PDF-1.7 something'));
  await expect(shown.getByRole('alert')).toContainText('This is a PDF');
  await give('huge.csv', Buffer.alloc(11 * 1024 * 1024, 65));
  await expect(shown.getByRole('alert')).toContainText('This file has 11 MB');
});

test('on the home page, too, a table nobody understood can be explained', async ({ page, app }) => {
  await page.goto(app.url);
  const buffer = Buffer.from('Akt;Truppe;Auftritt\nKauf;Vertrieb;Anruf von der Startseite\n');
  await page.getByLabel('Files to import').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Choose columns' }).click();
  const shown = dialog(page, 'Import');
  await shown.getByLabel('Meaning of Akt').selectOption('step');
  await shown.getByLabel('Meaning of Auftritt').selectOption('touchpoint');
  await shown.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Anruf von der Startseite').first()).toBeVisible();
});
