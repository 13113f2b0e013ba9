import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { copiedText, readPdf } from '../shared/export/readPdf.ts';
import { haveTools, pdfTextInFileOrder, qpdfComplaints } from '../shared/export/tools.ts';
import { expect } from './support.ts';

export interface ExportedPdf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What somebody gets who exports a PDF as the dialog proposes it. */
export async function exportPdf(page: Page): Promise<ExportedPdf> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export PDF' }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

// Where a title is broken into lines differs from page to page, and a reader puts a space or nothing there.
const letters = (text: string) => text.replace(/\s/g, '');

/** Requires a sound file that says all of this, in letters that can be searched for and copied. */
export function expectPdfSays({ bytes }: ExportedPdf, texts: readonly string[]): void {
  const pdf = readPdf(bytes);
  expect(pdf.pages.length).toBeGreaterThan(0);
  expect(pdf.having('/Type /Pages')[0]).toContain(`/Count ${pdf.pages.length}`);
  const fonts = pdf.having('/Type /FontDescriptor');
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/\/FontFile[23] \d+ 0 R/);
  const missingIn = (text: string) => texts.filter((wanted) => !letters(text).includes(letters(wanted)));
  expect(missingIn(pdf.pages.map((_, page) => copiedText(pdf, page)).join('\n'))).toEqual([]);
  if (!haveTools) return;
  expect(qpdfComplaints(bytes)).toBe('');
  expect(missingIn(pdfTextInFileOrder(bytes))).toEqual([]);
}
