import { type CompiledQuery, type Kysely, type Selectable, sql } from 'kysely';
import { mapCounts } from '../../shared/protocol/http.ts';
import type { MapSummary, Storage, StoredMap } from './storage.ts';
import type { Tables } from './tables.ts';

/** A database that kysely can talk to, and that can run prepared queries as one transaction in one go. */
export interface Database {
  readonly db: Kysely<Tables>;
  transact(queries: readonly CompiledQuery[]): Promise<void>;
  close(): Promise<void>;
}

/** How many values one `in (...)` holds; SQLite takes 32,766, PostgreSQL 65,535. */
const IDS_AT_ONCE = 1_000;
const CHECKPOINTS_KEPT = 2;
const TABLES_OF_A_MAP = [
  'doc_update',
  'doc_checkpoint',
  'doc_set_aside',
  'map_member',
  'share_link',
  'link_grant',
  'read_mark',
] as const;

/** The storage over any SQL database kysely knows. The tables must be there: see `migrations.ts`. */
export function kyselyStorage({ db, transact, close }: Database): Storage {
  return {
    async createMap(map) {
      const { id, title, state, createdAt, checkpoint } = map;
      const counts = JSON.stringify(map.counts);
      const record = { id, title, state, counts, created_at: createdAt, updated_at: createdAt, deleted_at: null };
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
          await trx.deleteFrom(table).where('map', '=', id).execute();
        }
        return true;
      }),

    append: (rows) =>
      transact(
        rows.flatMap(({ map, data, at, summary }) => [
          db.insertInto('doc_update').values({ map, data, at }).compile(),
          db
            .updateTable('maps')
            .set({ ...(summary && summaryColumns(summary)), updated_at: at })
            .where('id', '=', map)
            .compile(),
        ]),
      ),

    // One transaction: a fold that commits between the two reads would show its rows neither here nor there.
    readLog: (map) =>
      db.transaction().execute(async (trx) => {
        const checkpoints = await trx
          .selectFrom('doc_checkpoint')
          .select(['seq', 'data'])
          .where('map', '=', map)
          .orderBy('seq', 'desc')
          .limit(CHECKPOINTS_KEPT)
          .execute();
        const rows = await trx
          .selectFrom('doc_update')
          .select(['seq', 'data'])
          .where('map', '=', map)
          .orderBy('seq')
          .execute();
        return { checkpoint: checkpoints[0] ?? null, earlier: checkpoints[1] ?? null, rows };
      }),

    replaceLog: (map, { base, rows, checkpoint, at }) =>
      db.transaction().execute(async (trx) => {
        const newest = await trx
          .selectFrom('doc_checkpoint')
          .select('seq')
          .where('map', '=', map)
          .orderBy('seq', 'desc')
          .limit(CHECKPOINTS_KEPT)
          .execute();
        if ((newest[0]?.seq ?? null) !== base) return false;
        const oldest = newest[CHECKPOINTS_KEPT - 1];
        if (oldest) {
          await trx.deleteFrom('doc_checkpoint').where('map', '=', map).where('seq', '<=', oldest.seq).execute();
        }
        await trx.insertInto('doc_checkpoint').values({ map, data: checkpoint, at }).execute();
        for (let from = 0; from < rows.length; from += IDS_AT_ONCE) {
          const some = rows.slice(from, from + IDS_AT_ONCE);
          await trx.deleteFrom('doc_update').where('map', '=', map).where('seq', 'in', some).execute();
        }
        return true;
      }),

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

    close,
  };
}

const summaryColumns = ({ title, state, counts }: MapSummary) => ({ title, state, counts: JSON.stringify(counts) });

function readMapRow(row: Selectable<Tables['maps']>): StoredMap {
  return {
    id: row.id,
    title: row.title,
    state: row.state === 'future' ? 'future' : 'current',
    counts: mapCounts.parse(JSON.parse(row.counts)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}
