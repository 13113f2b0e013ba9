import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATABASE_FILE, findSqlite } from '../../server/storage/sqlite/openDatabase.ts';
import { Person, pause, RawClient, until } from '../support/clients.ts';
import { startServer, temporaryFolder } from '../support/testServer.ts';
import { titleOf } from '../support/titleOf.ts';

function openDatabase(folder: string) {
  const { DatabaseSync } = findSqlite();
  return new DatabaseSync(join(folder, DATABASE_FILE));
}

it('whoever comes while the last edits of an empty room wait to be stored finds the room alive', async () => {
  const folder = await temporaryFolder();
  const server = await startServer({ folder, limits: { emptyRoom: 30 } });
  const map = await server.createMap('T');
  const ann = await Person.join(server.visitor, map);
  const blocker = openDatabase(folder);
  blocker.exec('begin immediate');
  try {
    titleOf(ann.doc).insert(1, '1');
    await until('the server has it', () => ann.provider.ws?.bufferedAmount === 0);
    const witness = await Person.join(server.visitor, map);
    await until('it was relayed', () => titleOf(witness.doc).toString() === 'T1');
    witness.leave();
    ann.leave();
    // Long after an empty room would have ended.
    await pause(300);
    expect(server.rooms.open).toBe(1);
    const ben = await Person.join(server.visitor, map);
    expect(titleOf(ben.doc).toString()).toBe('T1');
    ben.leave();
    await pause(100);
  } finally {
    blocker.exec('rollback');
    blocker.close();
  }
  await until('it is stored, and the room ends', () => server.rooms.open === 0);
  const later = await Person.join(server.visitor, map);
  expect(titleOf(later.doc).toString()).toBe('T1');
});

it('a map that cannot be read is never shown empty: people are told, wait, and have it as soon as it can be', async () => {
  const folder = await temporaryFolder();
  const server = await startServer({ folder, limits: { emptyRoom: 30 } });
  const map = await server.createMap('T');
  const database = openDatabase(folder);
  database.exec('alter table doc_checkpoint rename to elsewhere');
  const people = [await RawClient.open(server.visitor, map), await RawClient.open(server.visitor, map)];
  for (const one of people) await until('they are told', () => one.statuses.length > 0);
  expect(people.map(({ statuses }) => statuses[0])).toEqual(people.map(() => '{"storage":"failing"}'));
  const reply = await server.request('GET', `/api/maps/${map}`);
  expect(reply.status).toBe(503);
  await pause(700);
  expect(people.map(({ socket }) => socket.readyState)).toEqual(people.map(({ socket }) => socket.OPEN));
  expect(people.map((one) => one.of(0).length)).toEqual([0, 0]);
  // One attempt at a time, with pauses that grow: not one for everybody who waits.
  expect(server.logged.filter((line) => line.includes('cannot be opened')).length).toBeLessThan(8);

  database.exec('alter table elsewhere rename to doc_checkpoint');
  database.close();
  for (const one of people) {
    await until('they are told that it works', () => one.statuses.at(-1) === '{"storage":"ok"}');
    expect(titleOf(await one.fetchDocument()).toString()).toBe('T');
  }
});

it('a room that cannot be read ends when nobody waits for it any more', async () => {
  const folder = await temporaryFolder();
  const server = await startServer({ folder });
  const map = await server.createMap('T');
  const database = openDatabase(folder);
  database.exec('alter table doc_checkpoint rename to elsewhere');
  const client = await RawClient.open(server.visitor, map);
  await until('they are told', () => client.statuses.length > 0);
  client.socket.close();
  await until('the room has ended', () => server.rooms.open === 0);
  database.exec('alter table elsewhere rename to doc_checkpoint');
  database.close();
  expect((await server.request('GET', `/api/maps/${map}`)).status).toBe(200);
});
