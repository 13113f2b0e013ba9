import * as z from 'zod/mini';
import { type ItemKind, idField, placeSchema } from '../model/fields.ts';
import { type Id, isId } from '../model/ids.ts';
import type { ItemRef, Place } from '../model/records.ts';

/**
 * What a discussion holds, with one schema a field: the reader forgives by them, and the server admits by them.
 * People are those of the server (guests and accounts), not the persons drawn on a map: their ids are plain strings.
 */
export type ThreadId = Id<'thread'>;
export type CommentId = Id<'comment'>;

/** What a thread is about: an item, a cell, or the map as a whole. It may be gone from the map; the thread stays. */
export type Subject = ItemRef | ({ readonly kind: 'cell' } & Place) | { readonly kind: 'map' };

/** Longest comment. */
export const COMMENT_LIMIT = 4_000;
/** So many people may be mentioned in one comment. */
export const MENTION_LIMIT = 30;
const PERSON_LIMIT = 100;
const MOST_REPLIES = 1_000_000;

const ITEM_KINDS = [
  'stage',
  'step',
  'lane',
  'touchpoint',
  'note',
  'handoff',
  'metric',
  'person',
  'persona',
  'initiative',
] as const satisfies readonly ItemKind[];

const personId = z.string().check(z.minLength(1), z.maxLength(PERSON_LIMIT));

const subject = z.union([
  z.strictObject({ kind: z.enum(ITEM_KINDS), id: z.string().check(z.refine(isId)) }),
  z.strictObject({ kind: z.literal('cell'), ...placeSchema.def.innerType.shape }),
  z.strictObject({ kind: z.literal('map') }),
]);

export const threadFields = {
  on: subject,
  resolved: z.boolean(),
};

export const commentFields = {
  thread: idField<'thread'>(),
  /** Plain text. One value, not a shared text: a comment has one author, and is changed as a whole. */
  text: z.string().check(z.maxLength(COMMENT_LIMIT)),
  /** Ids of people; the text holds their names as they were written. */
  mentions: z.array(personId).check(z.maxLength(MENTION_LIMIT)),
  /** Which comment of its thread it was to whoever wrote it: tells those apart that arrive at the same moment. */
  order: z.int().check(z.gte(0), z.lte(MOST_REPLIES)),
  removed: z.boolean(),
};

/** Who wrote a comment and when, as only the server says it. Times are milliseconds since 1970, by its clock. */
export interface Stamp {
  readonly person: string;
  readonly name: string;
  readonly color: string;
  readonly at: number;
  /** When its author last changed the text; null: never. */
  readonly edited: number | null;
}

export const stampSchema = z.object({
  person: personId,
  name: z.string().check(z.maxLength(200)),
  color: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
  at: z.number(),
  edited: z.nullable(z.number()),
});

export interface Comment {
  readonly id: CommentId;
  readonly thread: ThreadId;
  /** Empty when it was deleted. */
  readonly text: string;
  readonly mentions: readonly string[];
  readonly order: number;
  readonly removed: boolean;
  /** Null while it is on its way: then whoever reads it wrote it. */
  readonly stamp: Stamp | null;
}

export interface Thread {
  readonly id: ThreadId;
  readonly on: Subject;
  readonly resolved: boolean;
  /** Who resolved or reopened it last. */
  readonly settled: Stamp | null;
  /** In reading order, deleted ones among them. */
  readonly comments: readonly Comment[];
}

/** One string for a subject: `touchpoint/x1`, `cell/s1/l1`, `map`. */
export function subjectKey(on: Subject): string {
  if (on.kind === 'map') return 'map';
  return on.kind === 'cell' ? `cell/${on.step}/${on.lane}` : `${on.kind}/${on.id}`;
}

/** The item a thread is about; null for a cell and for the map. */
export const itemOf = (on: Subject): ItemRef | null => (on.kind === 'map' || on.kind === 'cell' ? null : on);
