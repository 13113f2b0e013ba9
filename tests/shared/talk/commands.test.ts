import { describe, expect, it } from 'vitest';
import { idOf } from '../../../shared/model/ids.ts';
import { editComment } from '../../../shared/talk/commands/editComment.ts';
import { removeComment, restoreComment } from '../../../shared/talk/commands/removeComment.ts';
import { reply } from '../../../shared/talk/commands/reply.ts';
import { reopenThread, resolveThread } from '../../../shared/talk/commands/settleThread.ts';
import { startThread } from '../../../shared/talk/commands/startThread.ts';
import { COMMENT_LIMIT } from '../../../shared/talk/records.ts';
import { saysSomething } from '../../../shared/talk/snapshot.ts';
import { ana, ben, CARD, talkTable } from '../../support/talkTable.ts';

function twoPeople() {
  const table = talkTable();
  const [a, b] = [table.join(ana), table.join(ben)];
  a.start('t');
  a.meet();
  b.meet();
  return { table, a, b };
}

describe('in a discussion', () => {
  it('a comment without a word, and one that is too long, are refused before anything is written', () => {
    const { a } = twoPeople();
    const input = { thread: idOf<'thread'>('u'), comment: idOf<'comment'>('u1'), on: CARD, mentions: [] };
    const before = a.talk();
    expect(a.run(startThread, { ...input, text: '  \n ' })).toEqual({
      status: 'refused',
      reason: 'Write something first.',
    });
    expect(a.run(startThread, { ...input, text: 'x'.repeat(COMMENT_LIMIT + 1) })).toEqual({
      status: 'refused',
      reason: 'A comment has at most 4,000 characters.',
    });
    expect(a.talk()).toBe(before);
  });

  it('an answer to what is gone, and an id that is taken, are refused', () => {
    const { a } = twoPeople();
    const words = { text: 'x', mentions: [] };
    expect(a.run(reply, { thread: idOf('nope'), comment: idOf('c'), ...words }).status).toBe('refused');
    expect(a.run(reply, { thread: idOf('t'), comment: idOf('t1'), ...words }).status).toBe('refused');
    expect(a.run(startThread, { thread: idOf('t'), comment: idOf('c'), on: CARD, ...words }).status).toBe('refused');
  });

  it('nobody changes or deletes what somebody else wrote', () => {
    const { b } = twoPeople();
    const refused = { status: 'refused', reason: 'Only who wrote a comment can change it.' };
    expect(b.run(editComment, { comment: idOf('t1'), me: 'ben', text: 'x', mentions: [] })).toEqual(refused);
    expect(b.run(removeComment, { comment: idOf('t1'), me: 'ben' })).toEqual(refused);
  });

  it('what is on its way can be changed by whoever wrote it', () => {
    const { a } = twoPeople();
    a.reply('t', 't2', 'first');
    expect(a.run(editComment, { comment: idOf('t2'), me: 'ana', text: ' second ', mentions: [] }).status).toBe('done');
    expect(a.talk().comments.get('t2')).toMatchObject({ text: 'second', stamp: null });
  });

  it('deleting keeps the answers; a thread of which everything was deleted says nothing any more', () => {
    const { a, b } = twoPeople();
    b.reply('t', 't2');
    b.meet();
    a.run(removeComment, { comment: idOf('t1'), me: 'ana' });
    a.meet();
    const [thread] = a.talk().threads;
    expect(thread?.comments.map(({ removed }) => removed)).toEqual([true, false]);
    expect(thread && saysSomething(thread)).toBe(true);
    b.meet();
    b.run(removeComment, { comment: idOf('t2'), me: 'ben' });
    const [empty] = b.talk().threads;
    expect(empty && saysSomething(empty)).toBe(false);
    b.run(restoreComment, { comment: idOf('t2'), me: 'ben' });
    expect(b.talk().comments.get('t2')?.text).toBe('Because.');
  });

  it('a thread is resolved once and reopened once', () => {
    const { b } = twoPeople();
    expect(b.run(reopenThread, { thread: idOf('t') }).status).toBe('refused');
    expect(b.run(resolveThread, { thread: idOf('t') }).status).toBe('done');
    expect(b.run(resolveThread, { thread: idOf('t') }).status).toBe('refused');
    expect(b.run(reopenThread, { thread: idOf('t') }).status).toBe('done');
  });

  it('comments stand in the order in which the server had them, what is on its way last', () => {
    const { a, b } = twoPeople();
    a.reply('t', 'a2');
    b.reply('t', 'b2');
    b.meet();
    a.meet();
    a.reply('t', 'a3');
    expect(a.talk().threads[0]?.comments.map(({ id }) => id)).toEqual(['t1', 'b2', 'a2', 'a3']);
  });
});
