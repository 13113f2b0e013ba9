import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { kindOf } from '../../server/documents/documentKind.ts';
import { ClientIds } from '../../server/rooms/clientIds.ts';
import { Edits } from '../../server/rooms/edits.ts';
import { defaultLimits } from '../../server/rooms/limits.ts';
import { LiveDocument } from '../../server/rooms/liveDocument.ts';
import type { Member } from '../../server/rooms/member.ts';
import { CommitQueue } from '../../server/storage/commitQueue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A room's edits, one who writes, and one who counts the messages that come. */
function room({ crowded, onSent = () => {} }: { crowded: boolean; onSent?: () => void }) {
  const got: Uint8Array[] = [];
  const commits: number[] = [];
  const member = (id: string, hear: (frame: Uint8Array) => void) =>
    ({
      person: { id, name: id, color: '#000' },
      client: null,
      outbox: { sendEdit: hear },
      committed() {},
    }) as unknown as Member;
  const hear = (frame: Uint8Array) => {
    got.push(frame);
    onSent();
  };
  const writer = member('ann', () => {});
  const members = new Set([writer, member('ben', hear)]);
  const log = new CommitQueue({ append: async ({ length }) => void commits.push(length) }, { delay: 8 });
  const doc = new Y.Doc();
  doc.getMap('meta').set('title', new Y.Text(''));
  const edits = new Edits({
    ...{ kind: kindOf('a'), members, log, limits: defaultLimits },
    writer: { map: 'a', summary: () => null, committed() {} },
    meter: { refused() {}, edits() {} },
    note() {},
    onBroken: (error) => expect.fail(String(error)),
    isCrowded: () => crowded,
  });
  const read = { doc, base: null, rows: [], unreadable: [], bytes: 0 };
  const clientIds = new ClientIds([], { all: 10, ofOne: 10 });
  edits.open({ live: new LiveDocument(read, kindOf('a'), null), clientIds });

  const own = new Y.Doc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
  own.on('update', (update: Uint8Array) => edits.add({ kind: 'edit', member: writer, update, answer: false }));
  const write = (letter: string) => (own.getMap('meta').get('title') as Y.Text).insert(0, letter);
  return { got, commits, write, title: () => String(doc.getMap('meta').get('title')) };
}

it('an edit goes to the others at once', () => {
  const { got, write, title } = room({ crowded: false });
  for (const letter of 'abc') {
    write(letter);
    vi.advanceTimersByTime(1);
  }
  expect([got.length, title()]).toEqual([3, 'cba']);
});

it('an edit that comes alone is passed on before anything else happens, those right after it together', () => {
  const { got, write, title } = room({ crowded: false });
  write('a');
  expect([got.length, title()]).toEqual([1, 'a']);
  for (const letter of 'bc') write(letter);
  expect(got.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect([got.length, title()]).toEqual([2, 'cba']);
});

it('what comes after an edit that took long to send goes on together', () => {
  const now = vi.spyOn(performance, 'now');
  const { got, write } = room({ crowded: false, onSent: () => now.mockReturnValue(performance.now() + 50) });
  for (const letter of 'abc') write(letter);
  expect(got.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(got.length).toBe(2);
  now.mockRestore();
});

it('in a crowd the first goes at once, those that follow wait for each other, and not once more before they are stored', async () => {
  const { got, commits, write, title } = room({ crowded: true });
  write('a');
  await vi.advanceTimersByTimeAsync(1);
  expect([got.length, title()]).toEqual([1, 'a']);
  await vi.advanceTimersByTimeAsync(8);
  expect(commits.length).toBe(1);
  for (const letter of 'bc') {
    write(letter);
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(got.length).toBe(1);
  await vi.advanceTimersByTimeAsync(2);
  expect([got.length, title(), commits.length]).toEqual([2, 'cba', 2]);
});
