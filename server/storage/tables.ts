import type { ColumnType, Generated } from 'kysely';
import type { AccessTables } from './accessTables.ts';

/** The tables as kysely sees them; `migrations.ts` makes them. */
export interface Tables extends AccessTables {
  schema_version: { version: number };
  maps: {
    id: string;
    title: string;
    state: string;
    /** 1 where others begin from it. */
    template: number;
    /** JSON of MapCounts. */
    counts: string;
    created_at: number;
    updated_at: number;
    deleted_at: number | null;
  };
  doc_update: { seq: Generated<number>; map: string; data: Bytes; at: number };
  doc_checkpoint: { seq: Generated<number>; map: string; data: Bytes; at: number };
  doc_set_aside: { seq: Generated<number>; map: string; kind: string; data: Bytes; at: number; reason: string };
  doc_writer: { map: string; client: number; person: string; sure: number; at_risk: number };
}

type Bytes = ColumnType<Uint8Array, Uint8Array, never>;
