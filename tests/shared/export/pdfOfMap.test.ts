import { expect, it } from 'vitest';
import { exportFileNames, packagedFile } from '../../../server/export/exportFiles.ts';
import { pdfOfMap } from '../../../server/export/pdfOfMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { copiedText, readPdf } from './readPdf.ts';

it('makes the PDF of a document, and the same one again', async () => {
  const doc = drawMap(
    `
             | buy: compare | order
      sales  | chat         | confirm
      field -|              | visit`,
    'chat > confirm > visit',
  );
  const options = { date: '2026-11-14T08:00:00Z' };
  const bytes = await pdfOfMap(doc, options);
  expect(copiedText(readPdf(bytes), 0)).toContain('confirm');
  expect(await pdfOfMap(doc, options)).toEqual(bytes);
});

it('refuses a date that is none', async () => {
  await expect(pdfOfMap(drawMap('| buy: compare\n sales | chat'), { date: 'today' })).rejects.toThrow('today');
});

it('knows every file a build has to bring along', async () => {
  const names = await exportFileNames();
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining(['harfbuzz.wasm', 'Inter-Regular.ttf', 'noto-sans-jp.json', 'noto-emoji-0-400.woff']),
  );
  for (const name of names) expect((await packagedFile(name)).length, name).toBeGreaterThan(100);
});
