import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../environment.ts';
import { DATABASE_FILE, findSqlite } from '../storage/sqlite/openDatabase.ts';
import { CommandFailed } from './command.ts';

export type Connection = InstanceType<ReturnType<typeof findSqlite>['DatabaseSync']>;

/** The database, beside a server that may have it open and without its lock: a row in a commit disturbs nobody. */
export function openBeside({ dataDir }: Environment): Connection {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) {
    throw new CommandFailed(`There are no maps in ${resolve(dataDir)}. Name the server's folder with DATA_DIR.`);
  }
  const database = new (findSqlite().DatabaseSync)(file);
  database.exec('pragma busy_timeout = 5000');
  const known = database.prepare("select 1 from sqlite_master where name = 'share_link'").get();
  if (known) return database;
  database.close();
  throw new CommandFailed('These maps are from an older Throughline. Start the server once, then ask again.');
}
