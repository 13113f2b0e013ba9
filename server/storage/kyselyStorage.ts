import { type CompiledQuery, type Kysely, type Selectable, sql } from 'kysely';
import { mapCounts } from '../../shared/protocol/http.ts';
import { talkOf } from '../../shared/talk/talkId.ts';
import { appendingTo, giveClientId, summaryColumns } from './appending.ts';
import type { Storage, StoredMap, StoredRow } from './storage.ts';
import type { Tables } from './tables.ts';

/** A database that kysely can talk to, and that can run prepared queries as one transaction in one go. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** All of them or none. With `onlyIf`, none unless that query finds a row; answers whether they were run. */
  transact(queries: readonly CompiledQuery[], onlyIf?: CompiledQuery): Promise<boolean>;
  /** The rows of each query, all as of one moment. */
  readTogether(queries: readonly CompiledQuery[]): Promise<unknown[][]>;
  close(): Promise<void>;
}

/** How many values one `in (...)` holds; SQLite takes 32,766, PostgreSQL 65,535. */
const IDS_AT_ONCE = 1_000;
const CHECKPOINTS_KEPT = 2;
const TABLES_OF_A_MAP = [
  'doc_update',
  'doc_checkpoint',
  'doc_set_aside',
  'doc_writer',
  'map_member',
  'share_link',
  'link_grant',
  'read_mark',
] as const;

/** The storage over any SQL database kysely knows. The tables must be there: see `migrations.ts`. */
export function kyselyStorage({ db, transact, readTogether, close }: Database): Storage {
  const appending = appendingTo(db);
  return {
    async createMap(map) {
      const { id, createdAt, checkpoint } = map;
      const times = { created_at: createdAt, updated_at: createdAt, deleted_at: null };
      const record = { id, ...summaryColumns(map), ...times };
      await transact([
        db.insertInto('maps').values(record).compile(),
        db.insertInto('doc_checkpoint').values({ map: id, data: checkpoint, at: createdAt }).compile(),
        ...(map.owner === undefined
          ? []
          : [
              db
                .insertInto('map_member')
                .values({ map: id, person: map.owner, role: 'owner', at: createdAt })
                .compile(),
            ]),
      ]);
    },

    async findMap(id) {
      const row = await db.selectFrom('maps').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? readMapRow(row) : null;
    },

    async listMaps(where) {
      const rows = await db
        .selectFrom('maps')
        .selectAll()
        .where('deleted_at', where === 'live' ? 'is' : 'is not', null)
        .orderBy(where === 'live' ? 'updated_at' : 'deleted_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(readMapRow);
    },

    async moveToTrash(id, at) {
      const done = await db
        .updateTable('maps')
        .set({ deleted_at: at })
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    async restoreFromTrash(id) {
      const done = await db
        .updateTable('maps')
        .set({ deleted_at: null })
        .where('id', '=', id)
        .where('deleted_at', 'is not', null)
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    destroyTrashed: (id) =>
      db.transaction().execute(async (trx) => {
        const done = await trx
          .deleteFrom('maps')
          .where('id', '=', id)
          .where('deleted_at', 'is not', null)
          .executeTakeFirst();
        if (done.numDeletedRows === 0n) return false;
        for (const table of TABLES_OF_A_MAP) {
          await trx
            .deleteFrom(table)
            .where('map', 'in', [id, talkOf(id)])
            .execute();
        }
        return true;
      }),

    async append(rows) {
      await transact(
        rows.flatMap(({ map, data, at, summary, writers = [] }) => [
          appending.row({ map, data, at }),
          summary ? appending.summary({ ...summaryColumns(summary), updated_at: at }, map) : appending.time(at, map),
          ...writers.map((writer) => giveClientId(db, map, writer)),
        ]),
      );
    },

    async readWriters(map) {
      const rows = await db
        .selectFrom('doc_writer')
        .select(['client', 'person', 'sure', 'at_risk'])
        .where('map', '=', map)
        .execute();
      return rows.map(({ client, person, sure, at_risk }) => ({
        client,
        person,
        sure: sure === 1,
        atRisk: at_risk === 1,
      }));
    },

    async releaseWriters(map, keep = []) {
      // So many that they fit into no query are left as they are.
      if (keep.length > IDS_AT_ONCE) return;
      const release = db.updateTable('doc_writer').set({ at_risk: 0 }).where('map', '=', map).where('at_risk', '=', 1);
      await (keep.length === 0 ? release : release.where('client', 'not in', keep)).execute();
    },

    // Together: a fold that commits between the two would show its rows neither here nor there.
    async readLog(map, before) {
      let newest = db.selectFrom('doc_checkpoint').select(['seq', 'data']).where('map', '=', map);
      if (before !== undefined) newest = newest.where('seq', '<', before);
      const all = db.selectFrom('doc_update').select(['seq', 'data']).where('map', '=', map).orderBy('seq');
      const [checkpoints = [], rows = []] = await readTogether([
        newest.orderBy('seq', 'desc').limit(1).compile(),
        all.compile(),
      ]);
      // The two queries select just this; `tables.ts` vouches for the columns.
      return { checkpoint: (checkpoints[0] as StoredRow | undefined) ?? null, rows: rows as StoredRow[] };
    },

    replaceLog(map, { base, rows, checkpoint, at }) {
      const ofMap = db.selectFrom('doc_checkpoint').where('map', '=', map);
      const newest = ofMap.select((eb) => eb.fn.max('seq').as('seq'));
      // Nothing but the last few stay, counted without the one that comes.
      const kept = ofMap
        .select('seq')
        .orderBy('seq', 'desc')
        .limit(CHECKPOINTS_KEPT - 1);
      const folded: CompiledQuery[] = [];
      for (let from = 0; from < rows.length; from += IDS_AT_ONCE) {
        const some = rows.slice(from, from + IDS_AT_ONCE);
        folded.push(db.deleteFrom('doc_update').where('map', '=', map).where('seq', 'in', some).compile());
      }
      return transact(
        [
          db.deleteFrom('doc_checkpoint').where('map', '=', map).where('seq', 'not in', kept).compile(),
          db.insertInto('doc_checkpoint').values({ map, data: checkpoint, at }).compile(),
          ...folded,
        ],
        db
          .selectFrom(newest.as('newest'))
          .select('newest.seq')
          .where('newest.seq', base === null ? 'is' : '=', base)
          .compile(),
      );
    },

    async listLogs() {
      const rows = await db
        .selectFrom('doc_checkpoint')
        .select('map')
        .union(db.selectFrom('doc_update').select('map'))
        .orderBy('map')
        .execute();
      return rows.map(({ map }) => map);
    },

    async setAside(map, parts) {
      await transact(
        parts.flatMap(({ kind, seq, reason }) => {
          const table = kind === 'row' ? 'doc_update' : 'doc_checkpoint';
          return [
            sql`insert into doc_set_aside (map, kind, data, at, reason)
              select map, ${kind}, data, at, ${reason} from ${sql.table(table)}
              where map = ${map} and seq = ${seq}`.compile(db),
            db.deleteFrom(table).where('map', '=', map).where('seq', '=', seq).compile(),
          ];
        }),
      );
    },

    async countSetAside() {
      const row = await db
        .selectFrom('doc_set_aside')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    async listSetAside(map) {
      let all = db
        .selectFrom('doc_set_aside')
        .select(['map', 'kind', 'at', 'reason', sql<number>`length(data)`.as('bytes')])
        .orderBy('seq');
      if (map !== undefined) all = all.where('map', '=', map);
      const parts = await all.execute();
      return parts.map(({ kind, ...part }) => ({ ...part, kind: kind === 'row' ? 'row' : 'checkpoint' }));
    },

    async clearSetAside(map) {
      let all = db.deleteFrom('doc_set_aside');
      if (map !== undefined) all = all.where('map', '=', map);
      return Number((await all.executeTakeFirst()).numDeletedRows);
    },

    close,
  };
}

/** The record of a map as it is stored. */
export function readMapRow(row: Selectable<Tables['maps']>): StoredMap {
  return {
    id: row.id,
    title: row.title,
    state: row.state === 'future' ? 'future' : 'current',
    template: row.template === 1,
    counts: mapCounts.parse(JSON.parse(row.counts)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}
