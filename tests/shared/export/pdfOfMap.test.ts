import { expect, it } from 'vitest';
import type * as Y from 'yjs';
import { exportFileNames, packagedFile } from '../../../server/export/exportFiles.ts';
import { exportOfMap } from '../../../server/export/exportOfMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { copiedText, readPdf } from './readPdf.ts';

const pdfOf = (doc: Y.Doc, date: string) => exportOfMap(readMap(doc), { date, format: 'pdf' });

it('makes the PDF of a document, and the same one again', async () => {
  const doc = drawMap(
    `
             | buy: compare | order
      sales  | chat         | confirm
      field -|              | visit`,
    'chat > confirm > visit',
  );
  const bytes = await pdfOf(doc, '2026-11-14T08:00:00Z');
  expect(copiedText(readPdf(bytes), 0)).toContain('confirm');
  expect(await pdfOf(doc, '2026-11-14T08:00:00Z')).toEqual(bytes);
});

it('refuses a date that is none', async () => {
  await expect(pdfOf(drawMap('| buy: compare\n sales | chat'), 'today')).rejects.toThrow('today');
});

it('knows every file a build has to bring along', async () => {
  const names = await exportFileNames();
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining(['harfbuzz.wasm', 'Inter-Regular.ttf', 'noto-sans-jp.json', 'noto-emoji-0-400.woff']),
  );
  for (const name of names) expect((await packagedFile(name)).length, name).toBeGreaterThan(100);
});
