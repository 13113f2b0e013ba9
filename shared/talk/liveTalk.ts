import type * as Y from 'yjs';
import { addTouched, changeListeners, type Live, oncePerDoc } from '../model/live.ts';
import { readComment, readStamp, readThread, type ThreadHead } from './readTalk.ts';
import { type Comment, subjectKey, type Thread, type ThreadId } from './records.ts';
import { byTime, EMPTY_TALK, type TalkSnapshot } from './snapshot.ts';
import { type TalkRoot, talkRoot, talkRoots } from './talkDoc.ts';

/** A discussion as a sequence of snapshots, like `liveMap`. */
export type LiveTalk = Live<TalkSnapshot>;

/** The one live discussion of a document. */
export const liveTalk = oncePerDoc((doc) => watch(doc));

/** Reads a whole discussion once. Never throws. */
export const readTalk = (doc: Y.Doc): TalkSnapshot => refresh(doc, nothingRead(), everything(doc)).snapshot;

const ROOTS: readonly TalkRoot[] = Object.values(talkRoots);

/** Ids of threads and comments that have to be read again. */
interface Dirty {
  readonly threads: Set<string>;
  readonly comments: Set<string>;
}

const dirtyIn = (dirty: Dirty, root: TalkRoot): Set<string> =>
  root === 'threads' || root === 'settled' ? dirty.threads : dirty.comments;

function everything(doc: Y.Doc): Dirty {
  const dirty: Dirty = { threads: new Set(), comments: new Set() };
  for (const root of ROOTS) for (const id of talkRoot(doc, root).keys()) dirtyIn(dirty, root).add(id);
  return dirty;
}

function watch(doc: Y.Doc): LiveTalk {
  let current = refresh(doc, nothingRead(), everything(doc));
  let dirty: Dirty = { threads: new Set(), comments: new Set() };
  const { changed, subscribe } = changeListeners(doc);
  for (const root of ROOTS) {
    talkRoot(doc, root).observeDeep((events) => {
      changed();
      addTouched(dirtyIn(dirty, root), events);
    });
  }
  return {
    doc,
    snapshot() {
      if (dirty.threads.size > 0 || dirty.comments.size > 0) {
        const taken = dirty;
        dirty = { threads: new Set(), comments: new Set() };
        current = refresh(doc, current, taken);
      }
      return current.snapshot;
    },
    subscribe,
  };
}

/** What was read so far, and what of it belongs together. The maps are this file's own and change in place. */
interface State {
  readonly heads: Map<string, ThreadHead>;
  readonly comments: Map<string, Comment>;
  /** By thread, also by one that is not there (yet). */
  readonly idsOf: Map<string, Set<string>>;
  readonly snapshot: TalkSnapshot;
}

const nothingRead = (): State => ({
  heads: new Map(),
  comments: new Map(),
  idsOf: new Map(),
  snapshot: EMPTY_TALK,
});

function refresh(doc: Y.Doc, { heads, comments, idsOf, snapshot: before }: State, dirty: Dirty): State {
  const [threads, stored, stamps, settled] = ROOTS.map((root) => talkRoot(doc, root)) as [Root, Root, Root, Root];
  const stale = new Set(dirty.threads);
  for (const id of dirty.comments) {
    const old = comments.get(id);
    const now = readComment(id, stored.get(id), stamps.get(id));
    if (old && old.thread !== now?.thread) idsOf.get(old.thread)?.delete(id);
    if (old) stale.add(old.thread);
    if (!now) {
      comments.delete(id);
      continue;
    }
    comments.set(id, now);
    stale.add(now.thread);
    const siblings = idsOf.get(now.thread);
    if (siblings) siblings.add(id);
    else idsOf.set(now.thread, new Set([id]));
  }
  for (const id of dirty.threads) {
    const head = readThread(id, threads.get(id));
    if (head) heads.set(id, head);
    else heads.delete(id);
  }
  const byId = new Map(before.byId);
  for (const id of stale) {
    const head = heads.get(id);
    const own = [...(idsOf.get(id) ?? [])].flatMap((comment) => comments.get(comment) ?? []).sort(byTime);
    if (!head || own.length === 0) {
      byId.delete(id);
      continue;
    }
    const next: Thread = { id: id as ThreadId, ...head, settled: readStamp(settled.get(id)), comments: own };
    const old = byId.get(id);
    byId.set(id, old && isSame(old, next) ? old : next);
  }
  const list = [...byId.values()].sort(byBeginning);
  const skipped = threads.size - heads.size + stored.size - comments.size;
  return { heads, comments, idsOf, snapshot: { threads: list, byId, comments: new Map(comments), skipped } };
}

type Root = Y.Map<unknown>;

const isSame = (a: Thread, b: Thread): boolean =>
  a.resolved === b.resolved &&
  a.settled?.at === b.settled?.at &&
  a.settled?.person === b.settled?.person &&
  subjectKey(a.on) === subjectKey(b.on) &&
  a.comments.length === b.comments.length &&
  a.comments.every((comment, i) => comment === b.comments[i]);

const byBeginning = (a: Thread, b: Thread): number => {
  const [first, other] = [a.comments[0], b.comments[0]];
  return first && other ? byTime(first, other) : 0;
};
