import { describe, expect, it } from 'vitest';
import { type SaidThread, saidIn } from '../../../shared/export/commentTable.ts';
import { exportMap } from '../../../shared/export/exportMap.ts';
import { exportPdf } from '../../../shared/export/exportPdf.ts';
import { paintJson } from '../../../shared/export/json/paintJson.ts';
import type { PartName } from '../../../shared/export/options.ts';
import { importXlsx } from '../../../shared/import/xlsx/importXlsx.ts';
import { readWorkbook } from '../../../shared/import/xlsx/readWorkbook.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { CommentId, Thread, ThreadId } from '../../../shared/talk/records.ts';
import { aMap } from '../../support/mapBuilder.ts';
import { openTestEngine } from './engine.ts';
import { copiedText, readPdf } from './readPdf.ts';

const engine = await openTestEngine();
const map = readMap(aMap(['sell', 'install']));
const about = { kind: 'touchpoint', id: idOf<'touchpoint'>('sell') } as const;

const thread = (id: string, resolved: boolean, ...texts: string[]): Thread => ({
  id: id as ThreadId,
  on: about,
  resolved,
  settled: null,
  comments: texts.map((text, order) => ({
    id: `${id}${order}` as CommentId,
    thread: id as ThreadId,
    text,
    mentions: [],
    order,
    removed: text === '',
    stamp: { person: 'p', name: 'Mika', color: '#112233', at: Date.UTC(2026, 0, 15), edited: null },
  })),
});
const talkOf = (...threads: Thread[]) => ({ threads, byId: new Map(), comments: new Map(), skipped: 0 });

describe('comments', () => {
  it('are what was said and not deleted, open threads first', () => {
    const said = saidIn(
      talkOf(thread('a', true, 'done'), thread('b', false, 'first', '', 'second'), thread('c', false, '')),
    );
    expect(said.map(({ resolved, said }) => [resolved, said.map(({ text }) => text)])).toEqual([
      [false, ['first', 'second']],
      [true, ['done']],
    ]);
    expect(said[0]!.said[0]).toEqual({ by: 'Mika', at: '2026-01-15T00:00:00.000Z', text: 'first' });
  });

  it('stand on a page of their own when asked for, in whatever letters', async () => {
    const gone: SaidThread = {
      on: { kind: 'step', id: idOf('nowhere') },
      resolved: false,
      said: [{ by: '', at: '', text: '好' }],
    };
    const comments = [...saidIn(talkOf(thread('a', false, 'Who calls the customer?'))), gone];
    const textOf = async (include: readonly ('gaps' | 'comments')[]) => {
      const pdf = readPdf(await exportPdf(map, [], { engine, date: '2026-11-14', include, comments }));
      return { pdf, text: pdf.pages.map((_, page) => copiedText(pdf, page)).join(' ') };
    };
    const { pdf, text } = await textOf(['comments']);
    for (const part of [
      'Comments',
      'sell',
      'Mika',
      '15 January 2026',
      'Who calls the customer?',
      'Something that is gone',
      '好',
    ])
      expect(text).toContain(part);
    expect(pdf.having('/Dest (comments)')).toHaveLength(1);
    expect((await textOf(['gaps'])).text).not.toContain('Mika');
  });

  it('are a sheet of the workbook and a chapter of the outline when asked for; the map comes back as it was', async () => {
    const comments = saidIn(talkOf(thread('a', true, '=1+1', 'See https://example.com')));
    const fileOf = (format: 'xlsx' | 'md', include: readonly PartName[]) =>
      exportMap(map, [], { format, date: '2026-11-14', include, comments }, { engine: async () => engine });
    const [plain, full] = [await fileOf('xlsx', []), await fileOf('xlsx', ['comments'])];
    const sheetsOf = (bytes: Uint8Array) => {
      const read = readWorkbook(bytes);
      return read.status === 'refused' ? expect.unreachable(read.reason) : read.sheets;
    };
    expect(sheetsOf(plain).find(({ name }) => name === 'Comments')).toBeUndefined();
    expect(
      sheetsOf(full)
        .find(({ name }) => name === 'Comments')!
        .rows.slice(1),
    ).toEqual([
      ['sell', 'resolved', 'Mika', '2026-01-15', '=1+1'],
      ['sell', 'resolved', 'Mika', '2026-01-15', 'See https://example.com'],
    ]);
    const again = importXlsx(full, { newId: () => 'unused', clientId: 1 });
    if (again.status === 'refused') expect.unreachable(again.reason);
    expect(paintJson(readMap(again.doc))).toBe(paintJson(map));

    const outlineOf = async (include: readonly PartName[]) => new TextDecoder().decode(await fileOf('md', include));
    expect(await outlineOf(['gaps'])).not.toContain('Mika');
    expect(await outlineOf(['comments'])).toMatch(
      /## Comments\n\n### sell \(resolved\)\n\n- \*\*Mika\*\*, 2026-01-15: =1\+1\n- .*See https\\:\/\/example\.com\n$/,
    );
  });
});
