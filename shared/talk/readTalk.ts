import * as Y from 'yjs';
import type * as z from 'zod/mini';
import { isId } from '../model/ids.ts';
import {
  type Comment,
  type CommentId,
  commentFields,
  type Stamp,
  type Subject,
  stampSchema,
  threadFields,
} from './records.ts';

/** A thread without its comments. */
export interface ThreadHead {
  readonly on: Subject;
  readonly resolved: boolean;
}

/** Null for what is no thread: one that says not what it is about. Never throws. */
export function readThread(id: string, stored: unknown): ThreadHead | null {
  if (!isId(id) || !(stored instanceof Y.Map)) return null;
  const on = threadFields.on.safeParse(stored.get('on'));
  if (!on.success) return null;
  // The schema takes any id for the kind it stands for, as all readers do.
  return { on: on.data as Subject, resolved: stored.get('resolved') === true };
}

/** Null for what is no comment: one that belongs to no thread. A wrong field becomes its default. Never throws. */
export function readComment(id: string, stored: unknown, stamp: unknown): Comment | null {
  if (!isId(id) || !(stored instanceof Y.Map)) return null;
  const thread = commentFields.thread.safeParse(stored.get('thread'));
  if (!thread.success) return null;
  const removed = stored.get('removed') === true;
  return {
    id: id as CommentId,
    thread: thread.data,
    text: removed ? '' : readOr(commentFields.text, stored.get('text'), ''),
    mentions: removed ? [] : readOr(commentFields.mentions, stored.get('mentions'), []),
    order: readOr(commentFields.order, stored.get('order'), 0),
    removed,
    stamp: readStamp(stamp),
  };
}

/** Null where the server has not said who and when, or somebody else tried to. Never throws. */
export const readStamp = (stored: unknown): Stamp | null => readOr(stampSchema, stored, null);

function readOr<T, F>(schema: z.ZodMiniType<T>, stored: unknown, fallback: F): T | F {
  const result = schema.safeParse(stored);
  return result.success ? result.data : fallback;
}
