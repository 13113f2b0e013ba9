import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { idOf } from '../../../shared/model/ids.ts';
import { editComment } from '../../../shared/talk/commands/editComment.ts';
import { callsFor, isUnread, newestIn, unreadIn } from '../../../shared/talk/unread.ts';
import { writeAgain } from '../../../shared/talk/writeAgain.ts';
import { ana, ben, talkTable } from '../../support/talkTable.ts';

describe('after the server lost what it had passed on', () => {
  it('everybody writes their own comments again, and nobody those of others', () => {
    const before = talkTable();
    const [a, b] = [before.join(ana), before.join(ben)];
    a.start('t');
    a.meet();
    b.meet();
    b.reply('t', 't2');
    b.meet();
    a.meet();
    a.reply('t', 't3', 'on its way');

    // The server's new self knows nothing of it, and takes neither page's copy, since that holds stamps.
    const after = talkTable();
    expect(after.admit(Y.encodeStateAsUpdate(a.doc), ana)).toBe('refused');
    const [a2, b2] = [after.join(ana), after.join(ben)];
    expect(writeAgain(a2.doc, a.talk(), 'ana', 'page')).toBe(2);
    expect(a2.meet()).toBe('admitted');
    b2.meet();
    expect(writeAgain(b2.doc, b.talk(), 'ben', 'page')).toBe(1);
    expect(b2.meet()).toBe('admitted');
    const comments = after.talk().threads[0]?.comments.map(({ id, stamp }) => [id, stamp?.person]);
    expect(comments).toEqual([
      ['t1', 'ana'],
      ['t3', 'ana'],
      ['t2', 'ben'],
    ]);
  });

  it('a change that was not saved is made again, and one that was made since is not undone', () => {
    const table = talkTable();
    const [tab, other] = [table.join(ana), table.join(ana)];
    tab.start('t', 'one');
    tab.meet();
    other.meet();
    const change = (text: string) => ({ comment: idOf<'comment'>('t1'), me: 'ana', text, mentions: [] });
    tab.run(editComment, change('two'));
    const fresh = table.join(ana);
    fresh.meet();
    writeAgain(fresh.doc, tab.talk(), 'ana', 'page');
    expect(fresh.meet()).toBe('admitted');
    expect(table.talk().comments.get('t1')?.text).toBe('two');
    other.meet();
    other.run(editComment, change('three'));
    other.meet();
    writeAgain(fresh.doc, tab.talk(), 'ana', 'page');
    fresh.meet();
    expect(table.talk().comments.get('t1')?.text).toBe('three');
  });
});

describe('what is unread', () => {
  it('is what others wrote since, in each thread for itself', () => {
    const table = talkTable();
    const [a, b] = [table.join(ana), table.join(ben)];
    a.start('t');
    a.start('u');
    a.meet();
    b.meet();
    b.reply('t', 't2');
    b.meet();
    a.meet();
    a.reply('t', 't3');
    const [t, u] = a.talk().threads;
    if (!t || !u) throw new Error('two threads were started');
    const none = { before: 0, threads: new Map<string, number>() };
    expect([unreadIn(t, none, 'ana'), unreadIn(t, none, 'ben'), unreadIn(u, none, 'ben')]).toEqual([1, 1, 1]);
    expect(unreadIn(t, { before: 0, threads: new Map([['t', newestIn(t)]]) }, 'ana')).toBe(0);
    expect(unreadIn(t, { before: newestIn(t), threads: new Map() }, 'ben')).toBe(0);
    expect(isUnread(t.comments[2] as (typeof t.comments)[number], none, 'ben')).toBe(false);
    expect(callsFor(t, none, 'ana')).toBe(false);
  });
});
