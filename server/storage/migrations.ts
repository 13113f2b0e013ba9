import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { createAccessTables } from './accessTables.ts';
import { StorageRefused } from './storage.ts';
import type { Tables } from './tables.ts';

/**
 * Each entry brings the tables from the version before to its own. Released entries never change: add one.
 * `seq` counts all maps together and is never given twice, so "exactly these rows" stays true for ever.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `create table maps (
      id text primary key, title text not null, state text not null, counts text not null,
      created_at integer not null, updated_at integer not null, deleted_at integer)`,
    `create table doc_update (
      seq integer primary key autoincrement, map text not null, data blob not null, at integer not null)`,
    'create index doc_update_of_map on doc_update (map, seq)',
    `create table doc_checkpoint (
      seq integer primary key autoincrement, map text not null, data blob not null, at integer not null)`,
    'create index doc_checkpoint_of_map on doc_checkpoint (map, seq)',
    `create table doc_set_aside (
      seq integer primary key autoincrement, map text not null, kind text not null, data blob not null,
      at integer not null, reason text not null)`,
  ],
  createAccessTables,
  [
    `create table doc_writer (
      map text not null, client integer not null, person text not null, sure integer not null,
      at_risk integer not null, primary key (map, client)) without rowid`,
    'create index doc_writer_of_person on doc_writer (person)',
  ],
  [
    'alter table share_link add column embed_hash text',
    'create unique index share_link_by_embed on share_link (embed_hash)',
  ],
  ['alter table maps add column template integer not null default 0'],
];

export const KNOWN_VERSION = migrations.length;

/** Brings the database up to date, one transaction a version; refuses one that a newer program wrote. */
export async function migrate(
  db: Kysely<Tables>,
  transact: (queries: readonly CompiledQuery[]) => Promise<unknown>,
): Promise<void> {
  await sql`create table if not exists schema_version (version integer not null)`.execute(db);
  const stored = await db.selectFrom('schema_version').select('version').executeTakeFirst();
  const version = stored?.version ?? 0;
  if (version > KNOWN_VERSION) {
    throw new StorageRefused(
      `The data folder was written by a newer Throughline (data version ${version}, this program knows ${KNOWN_VERSION}). Start the newer program, or choose another folder with DATA_DIR.`,
    );
  }
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    await transact([
      ...statements.map((statement) => sql.raw(statement).compile(db)),
      sql`delete from schema_version`.compile(db),
      sql`insert into schema_version (version) values (${index + 1})`.compile(db),
    ]);
  }
}
