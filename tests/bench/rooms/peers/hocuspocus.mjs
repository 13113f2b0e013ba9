// Hocuspocus with SQLite, as its own extension does it: the whole state in one row, stored when nobody typed for a while.
// That extension wants a compiler; its base with another SQLite does not. Runs in the peers' folder.
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { DatabaseSync } from '@photostructure/sqlite';
import { listening } from './listening.mjs';

const db = new DatabaseSync(join(process.env.DATA_DIR, 'hocuspocus.db'));
db.exec('create table if not exists documents (name text not null unique, data blob not null)');
// Statements alone do not keep their database from being collected.
globalThis.database = db;
const find = db.prepare('select data from documents where name = ?');
const store = db.prepare('insert into documents values (?, ?) on conflict (name) do update set data = excluded.data');

const server = new Server({
  quiet: true,
  port: 0,
  address: '127.0.0.1',
  stopOnSignals: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => find.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void store.run(documentName, state),
    }),
  ],
});
await server.listen();
listening(server.address.port);
