import { describe, expect, it } from 'vitest';
import { type SaidThread, saidIn } from '../../../shared/export/commentTable.ts';
import { exportPdf } from '../../../shared/export/exportPdf.ts';
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
});
