import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATABASE_FILE, findSqlite } from '../../server/storage/sqlite/openDatabase.ts';
import { Person, until } from '../support/clients.ts';
import { freePort } from '../support/freePort.ts';
import { startProcess } from '../support/serverProcess.ts';
import { temporaryFolder } from '../support/testServer.ts';
import { newGuest } from '../support/visitor.ts';

const meta = ({ doc }: Person) => doc.getMap('meta');
const back = (person: Person) => until('they are back', () => person.provider.wsconnected && person.provider.synced);

// Ben's edits reach Ann, and never the disk; then the server is killed. Ann comes back first, and with what she wrote
// she brings what Ben wrote before it: that is no forgery, and takes nothing from Ben.
it.each([
  ['somebody who had written before', true],
  ['somebody whose first edit it was', false],
])(
  'what others have of %s comes back with them after a crash, and its writer goes on',
  async (_who, hasWritten) => {
    const folder = await temporaryFolder();
    const port = String(await freePort());
    const first = await startProcess({ DATA_DIR: folder, PORT: port });
    const map = await first.visitor.createMap('T');
    const guest = await newGuest(first.url);
    await guest.join((await first.visitor.link(map, 'editor')).url);
    const [ann, ben] = [await Person.join(first.visitor, map), await Person.join(guest, map)];
    meta(ann).set('a0', 1);
    await ann.untilSaved();
    if (hasWritten) {
      meta(ben).set('b0', 1);
      await ben.untilSaved();
    }

    const { DatabaseSync } = findSqlite();
    const blocker = new DatabaseSync(join(folder, DATABASE_FILE));
    blocker.exec('begin immediate');
    meta(ben).set('b1', 1);
    await until('Ann has what Ben wrote', () => meta(ann).has('b1'));
    meta(ann).set('b1', 'Ann builds on it');
    ben.provider.disconnect();
    await first.kill('SIGKILL');
    blocker.exec('rollback');
    blocker.close();
    meta(ben).set('b2', 'written offline');

    const second = await startProcess({ DATA_DIR: folder, PORT: port });
    await back(ann);
    await ann.untilSaved();
    ben.provider.connect();
    await back(ben);
    await ben.untilSaved();
    meta(ben).set('b3', 'goes on');
    await ben.untilSaved();
    await until('all have all', () => ['b1', 'b2', 'b3'].every((key) => meta(ann).has(key) && meta(ben).has(key)));
    const later = await Person.join(second.visitor, map);
    expect(['a0', 'b1', 'b2', 'b3'].map((key) => meta(later).get(key))).toEqual([
      1,
      'Ann builds on it',
      'written offline',
      'goes on',
    ]);
    for (const { closes } of [ann, ben]) expect(closes.filter((code) => code >= 4000)).toEqual([]);
  },
  40_000,
);
