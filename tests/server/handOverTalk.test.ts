import { expect, it } from 'vitest';
import { handOverTalk, peopleIn } from '../../server/documents/handOverTalk.ts';
import { idOf } from '../../shared/model/ids.ts';
import { editComment } from '../../shared/talk/commands/editComment.ts';
import { resolveThread } from '../../shared/talk/commands/settleThread.ts';
import { ana, ben, talkTable } from '../support/talkTable.ts';

it('what a guest wrote is the account they signed in to: to change, to be mentioned by, under the name from then', () => {
  const table = talkTable();
  const [a, b] = [table.join(ana), table.join(ben)];
  a.start('t');
  a.meet();
  b.meet();
  b.reply('t', 't2');
  b.run(resolveThread, { thread: idOf('t') });
  b.meet();
  a.meet();
  a.run(editComment, { comment: idOf('t1'), me: 'ana', text: 'Why, @Ben?', mentions: ['ben'] });
  a.meet();

  expect([...peopleIn(table.server)].sort()).toEqual(['ana', 'ben']);
  table.server.transact(() => handOverTalk(table.server, 'ben', 'account'));
  expect([...peopleIn(table.server)].sort()).toEqual(['account', 'ana']);
  const talk = table.talk();
  expect(talk.comments.get('t1')).toMatchObject({ mentions: ['account'], stamp: { person: 'ana' } });
  expect(talk.comments.get('t2')?.stamp).toMatchObject({ person: 'account', name: 'Ben' });
  expect(talk.byId.get('t')?.settled?.person).toBe('account');

  const account = table.join({ id: 'account', name: 'Benjamin', color: ben.color });
  account.meet();
  account.run(editComment, { comment: idOf('t2'), me: 'account', text: 'Because so.', mentions: [] });
  expect(account.meet()).toBe('admitted');
  // And the guest is nobody any more.
  b.meet();
  b.run(editComment, { comment: idOf('t2'), me: 'account', text: 'Mine', mentions: [] });
  expect(b.meet()).toBe('refused');
});
