import type { CompiledQuery, Kysely } from 'kysely';
import type { MapSummary, StoredWriter } from './storage.ts';
import type { Tables } from './tables.ts';

/** What every commit runs, compiled once: doing that anew takes longer than handing it to the database. */
export function appendingTo(db: Kysely<Tables>) {
  const row = db.insertInto('doc_update').values({ map: '', data: new Uint8Array(), at: 0 }).compile();
  const ofMap = db.updateTable('maps').where('id', '=', '');
  const time = ofMap.set({ updated_at: 0 }).compile();
  // A column of the summary that is missing here does not compile: it would never be stored.
  const columns = { title: '', state: '', template: 0, counts: '', updated_at: 0 } satisfies Record<
    keyof ReturnType<typeof summaryColumns> | 'updated_at',
    unknown
  >;
  const summary = ofMap.set(columns).compile();
  const withValues = (query: CompiledQuery, ...parameters: unknown[]): CompiledQuery => ({ ...query, parameters });
  return {
    row: ({ map, data, at }: { map: string; data: Uint8Array; at: number }) => withValues(row, map, data, at),
    time: (at: number, map: string) => withValues(time, at, map),
    summary: ({ title, state, template, counts, updated_at }: typeof columns, map: string) =>
      withValues(summary, title, state, template, counts, updated_at, map),
  };
}

/** Whose a client id is, from now on. */
export function giveClientId(
  db: Kysely<Tables>,
  map: string,
  { client, person, sure, atRisk }: StoredWriter,
): CompiledQuery {
  const given = { person, sure: Number(sure), at_risk: Number(atRisk) };
  return db
    .insertInto('doc_writer')
    .values({ map, client, ...given })
    .onConflict((conflict) => conflict.columns(['map', 'client']).doUpdateSet(given))
    .compile();
}

/** What lists show of a map, as it is stored. */
export const summaryColumns = ({ title, state, template, counts }: MapSummary) => ({
  title,
  state,
  template: template ? 1 : 0,
  counts: JSON.stringify(counts),
});
