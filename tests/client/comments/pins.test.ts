import { describe, expect, it } from 'vitest';
import { shownThreads } from '../../../client/panels/comments/commentFilter.ts';
import { pinLabel, pinsOf } from '../../../client/talk/pins.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { editComment } from '../../../shared/talk/commands/editComment.ts';
import { removeComment } from '../../../shared/talk/commands/removeComment.ts';
import { resolveThread } from '../../../shared/talk/commands/settleThread.ts';
import { NOTHING_READ } from '../../../shared/talk/unread.ts';
import { ana, ben, talkTable } from '../../support/talkTable.ts';

function twoThreadsOnACard() {
  const table = talkTable();
  const [a, b] = [table.join(ana), table.join(ben)];
  a.start('t');
  a.meet();
  a.start('u');
  a.meet();
  a.start('m', 'All of it?', { kind: 'map' });
  a.meet();
  b.meet();
  b.reply('t', 't2');
  b.meet();
  a.meet();
  return { a, b };
}

describe('pins', () => {
  it('count what is said at a place, and lead to what is unread', () => {
    const { a, b } = twoThreadsOnACard();
    const pins = pinsOf(a.talk(), NOTHING_READ, 'ana');
    expect([...pins]).toEqual([['touchpoint/t1', { comments: 3, threads: 2, unread: 1, calls: false, thread: 't' }]]);
    expect(pinsOf(b.talk(), NOTHING_READ, 'ben').get('touchpoint/t1')).toMatchObject({ unread: 2 });
  });

  it('are the same objects where nothing changed', () => {
    const { a } = twoThreadsOnACard();
    const before = pinsOf(a.talk(), NOTHING_READ, 'ana');
    a.start('v', 'Elsewhere', { kind: 'step', id: 's1' });
    const after = pinsOf(a.talk(), NOTHING_READ, 'ana', before);
    expect(after).not.toBe(before);
    expect(after.get('touchpoint/t1')).toBe(before.get('touchpoint/t1'));
    expect(pinsOf(a.talk(), NOTHING_READ, 'ana', after)).toBe(after);
  });

  it('go with what is resolved or deleted, and say when one is mentioned', () => {
    const { a, b } = twoThreadsOnACard();
    b.run(editComment, { comment: idOf('t2'), me: 'ben', text: 'Because, @Ana.', mentions: ['ana'] });
    b.meet();
    a.meet();
    const pin = pinsOf(a.talk(), NOTHING_READ, 'ana').get('touchpoint/t1');
    expect(pin && pinLabel(pin)).toBe('3 comments, 1 unread, you are mentioned');
    a.run(resolveThread, { thread: idOf('t') });
    a.run(removeComment, { comment: idOf('u1'), me: 'ana' });
    expect(pinsOf(a.talk(), NOTHING_READ, 'ana').size).toBe(0);
  });

  it('call nothing unread before it is known what was read', () => {
    const { b } = twoThreadsOnACard();
    expect(pinsOf(b.talk(), null, 'ben').get('touchpoint/t1')?.unread).toBe(0);
  });
});

describe('the list', () => {
  const ids = (threads: readonly { id: string }[]) => threads.map(({ id }) => id);

  it('has the newest first, and what is resolved apart', () => {
    const { a } = twoThreadsOnACard();
    a.run(resolveThread, { thread: idOf('u') });
    const here = { kind: 'map' } as const;
    const shown = shownThreads(a.talk().threads, 'all', { me: 'ana', marks: NOTHING_READ, here }, null);
    expect([ids(shown.open), ids(shown.resolved)]).toEqual([['m', 't'], ['u']]);
  });

  it('keeps the thread that is open, whatever is filtered', () => {
    const { a } = twoThreadsOnACard();
    const viewpoint = { me: 'ana', marks: NOTHING_READ, here: { kind: 'step', id: 'x' } as const };
    expect(ids(shownThreads(a.talk().threads, 'unread', viewpoint, null).open)).toEqual(['t']);
    expect(ids(shownThreads(a.talk().threads, 'here', viewpoint, 'm').open)).toEqual(['m']);
    expect(ids(shownThreads(a.talk().threads, 'mentions', viewpoint, null).open)).toEqual([]);
  });
});
