import { expect, it } from 'vitest';
import { moveGuest } from '../../server/access/guestMove.ts';
import { idOf } from '../../shared/model/ids.ts';
import { editComment } from '../../shared/talk/commands/editComment.ts';
import { startThread } from '../../shared/talk/commands/startThread.ts';
import { until } from '../support/clients.ts';
import { SocketTalker } from '../support/talkers.ts';
import { startServer, type TestServer, temporaryFolder } from '../support/testServer.ts';
import { newGuest, TestVisitor } from '../support/visitor.ts';

/** What a guest wrote goes with them into the account they had, over real sockets. */

const ask = (talker: SocketTalker) =>
  talker.run(startThread, {
    thread: idOf('t'),
    comment: idOf('c'),
    on: { kind: 'touchpoint', id: 'x1' },
    text: 'Why?',
    mentions: [],
  });
const writers = (talker: SocketTalker) => talker.said.map(([, person]) => person);

/** A map with a thread that a guest has begun, and an account that this guest has elsewhere. */
async function begun(server: TestServer) {
  const map = await server.createMap();
  const { url } = await server.visitor.link(map, 'commenter');
  const account = await (await newGuest(server.url)).signUp('jo@example.com');
  // One that has nothing yet would be taken for made in the same breath.
  await account.createMap();
  const guest = await newGuest(server.url);
  await guest.join(url);
  const theirs = await SocketTalker.join(guest, map);
  ask(theirs);
  await until('it has its stamp', () => writers(theirs)[0] === guest.id);
  return { map, guest, theirs, account };
}

it('is seen at once by who reads it, and can be changed by the account', async () => {
  const server = await startServer();
  const { map, guest, theirs, account } = await begun(server);
  const mine = await SocketTalker.join(server.visitor, map);
  expect(writers(mine)).toEqual([guest.id]);
  theirs.leave();
  await guest.signIn('jo@example.com');
  await until('it is the account’s', () => writers(mine)[0] === account.id);
  const again = await SocketTalker.join(guest, map);
  again.run(editComment, { comment: idOf('c'), me: account.id, text: 'How?', mentions: [] });
  await until('the change arrived', () => mine.said[0]?.[0] === 'How?');
});

it('also what lay in the trash then, when it is taken out', async () => {
  const server = await startServer({ limits: { emptyRoom: 0 } });
  const { map, guest, theirs, account } = await begun(server);
  theirs.leave();
  await server.visitor.expect('DELETE', `/api/maps/${map}`);
  await guest.signIn('jo@example.com');
  await server.visitor.expect('POST', `/api/maps/${map}/restore`);
  const mine = await SocketTalker.join(server.visitor, map);
  await until('it is the account’s', () => writers(mine)[0] === account.id);
});

it('also when the server ends right behind the signing in', async () => {
  const folder = await temporaryFolder();
  const first = await startServer({ folder });
  const { map, guest, theirs, account } = await begun(first);
  theirs.leave();
  const [from, to] = await Promise.all([guest, account].map(({ cookie }) => first.access.visitorOf({ cookie })));
  if (!from || !to) throw new Error('somebody is signed out');
  // All of it, but for telling anybody.
  await moveGuest(
    first.access.settings.db,
    { person: from.id, session: from.session },
    { person: to.id, session: to.session },
  );
  await first.close();

  const again = await startServer({ folder });
  const owner = new TestVisitor(again.url);
  owner.takeCookiesOf(first.visitor);
  const mine = await SocketTalker.join(owner, map);
  await until('it is the account’s', () => writers(mine)[0] === account.id);
});
