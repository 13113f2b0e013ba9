import * as Y from 'yjs';
import type * as z from 'zod/mini';
import { isId } from '../../shared/model/ids.ts';
import { readStamp } from '../../shared/talk/readTalk.ts';
import { commentFields, threadFields } from '../../shared/talk/records.ts';
import { talkRoot } from '../../shared/talk/talkDoc.ts';
import { Malformed } from './byteReader.ts';
import { Places, type Struct, type Where } from './talkPlaces.ts';

/** What an admitted edit does, as far as the server has to say something about it. */
export interface TalkChanges {
  /** Comments that are new, and those whose text their author changed. */
  readonly written: ReadonlySet<string>;
  readonly edited: ReadonlySet<string>;
  /** Threads that were resolved or reopened. */
  readonly settled: ReadonlySet<string>;
}

/** Roots beside our own, for what else belongs to a discussion. Each stays in memory for good once it is named. */
const MOST_ROOTS = 32;
const ROOT_NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/**
 * Judges an edit of a discussion before it is applied, since Yjs cannot take one back: what it would add, overwrite and
 * delete, each by the place where Yjs would put it. Throws `Malformed` when anything of it is not for this author to do.
 *
 * @param update one that `inspectUpdate` has passed and whose predecessors are all there
 */
export function judgeTalk(doc: Y.Doc, update: Uint8Array, author: string): TalkChanges {
  const { structs, ds } = Y.decodeUpdate(update);
  const added = byClient(structs);
  return new Judge(doc, author, added).judge(ds);
}

function byClient(structs: readonly Struct[]): ReadonlyMap<number, readonly Struct[]> {
  const clients = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = clients.get(struct.id.client);
    if (own) own.push(struct);
    else clients.set(struct.id.client, [struct]);
  }
  return clients;
}

class Judge {
  readonly #doc: Y.Doc;
  readonly #author: string;
  readonly #added: ReadonlyMap<number, readonly Struct[]>;
  readonly #places: Places;
  readonly #newRoots = new Set<string>();
  readonly #newEntries = { threads: new Set<string>(), comments: new Set<string>() };
  readonly #edited = new Set<string>();
  readonly #settled = new Set<string>();

  constructor(doc: Y.Doc, author: string, added: ReadonlyMap<number, readonly Struct[]>) {
    this.#doc = doc;
    this.#author = author;
    this.#added = added;
    this.#places = new Places(doc, added);
  }

  judge(deletes: ReturnType<typeof Y.decodeUpdate>['ds']): TalkChanges {
    const fresh: { struct: Y.Item; where: Where }[] = [];
    for (const [client, structs] of this.#added) {
      const known = Y.getState(this.#doc.store, client);
      for (const struct of structs) {
        if (struct.id.clock + struct.length <= known || !(struct instanceof Y.Item)) continue;
        const where = this.#places.of(struct);
        if (struct.id.clock < known) this.#expectSamePlace(where, client, known);
        fresh.push({ struct, where });
      }
    }
    // Who may write a field depends on whether its comment is new, so those are gathered first.
    for (const { struct, where } of fresh) if (where.at === 'entry') this.#judgeEntry(where, struct);
    for (const { struct, where } of fresh) this.#judgeAddition(where, struct);
    this.#judgeDeletes(deletes);
    const { comments } = this.#newEntries;
    return { written: comments, edited: this.#edited, settled: this.#settled };
  }

  /** Of an item that is known in part, Yjs puts the rest behind the part it has, whatever the edit says of its place. */
  #expectSamePlace(where: Where, client: number, known: number): void {
    const there = this.#places.of(this.#places.at({ client, clock: known - 1 }));
    if (JSON.stringify(there) !== JSON.stringify(where)) throw new Malformed('an item is in two places');
  }

  #judgeEntry({ root, entry }: Where & { at: 'entry' }, struct: Y.Item): void {
    if (root === 'stamps' || root === 'settled') throw new Malformed('only the server says who wrote what');
    if (root !== 'threads' && root !== 'comments') {
      this.#judgeRoot(root);
      return;
    }
    const isNew = entry !== null && !hasEntry(this.#doc, root, entry) && !this.#newEntries[root].has(entry);
    if (!isNew) throw new Malformed('it puts something in the place of a comment or thread');
    if (!isId(entry) || !holdsMap(struct)) throw new Malformed('it adds what is no comment or thread');
    this.#newEntries[root].add(entry);
  }

  #judgeRoot(root: string): void {
    if (this.#doc.share.has(root)) return;
    this.#newRoots.add(root);
    if (!ROOT_NAME.test(root) || this.#doc.share.size + this.#newRoots.size > MOST_ROOTS) {
      throw new Malformed('it adds a part that discussions do not have');
    }
  }

  #judgeAddition(where: Where, struct: Y.Item): void {
    switch (where.at) {
      case 'nowhere':
      case 'entry':
        return;
      case 'field':
        this.#judgeField(where, struct);
        return;
      case 'deeper':
        if (isOurs(where.root)) throw new Malformed('it puts something into a field');
        return;
      default:
        where satisfies never;
    }
  }

  #judgeField(where: Where & { at: 'field' }, struct: Y.Item | null): void {
    const { root, entry, field } = where;
    if (root === 'stamps' || root === 'settled') throw new Malformed('only the server says who wrote what');
    if (root !== 'threads' && root !== 'comments') return;
    if (entry === null || field === null) throw new Malformed('it adds something without a name');
    const isNew = this.#newEntries[root].has(entry);
    const fields: Readonly<Record<string, z.ZodMiniType<unknown>>> = root === 'threads' ? threadFields : commentFields;
    const schema = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!schema) throw new Malformed('it writes a field that does not exist');
    if (root === 'threads' && field === 'resolved') this.#settled.add(entry);
    else if (!isNew) this.#expectOwn(root, entry, field);
    if (struct) expectValue(schema, struct);
  }

  /** A change of something that is there: by whoever wrote it, and not of what is written once. */
  #expectOwn(root: 'threads' | 'comments', entry: string, field: string): void {
    const isOnce = root === 'threads' || field === 'thread' || field === 'order';
    if (isOnce) throw new Malformed('it moves a comment or thread');
    const stamp = readStamp(talkRoot(this.#doc, 'stamps').get(entry));
    if (stamp?.person !== this.#author) throw new Malformed('it changes what somebody else wrote');
    if (field === 'text') this.#edited.add(entry);
  }

  /** Whoever comes back sends all deletions there ever were; only those are judged that would delete something. */
  #judgeDeletes({ clients }: ReturnType<typeof Y.decodeUpdate>['ds']): void {
    for (const [client, ranges] of clients) {
      const structs = this.#doc.store.clients.get(client) ?? [];
      const known = Y.getState(this.#doc.store, client);
      for (const { clock, len } of ranges) {
        const until = clock + len;
        for (let i = clock < known ? Y.findIndexSS(structs, clock) : structs.length; i < structs.length; i++) {
          const struct = structs[i] as Struct;
          if (struct.id.clock >= until) break;
          if (struct instanceof Y.Item && !struct.deleted) this.#judgeDelete(this.#places.of(struct));
        }
        if (until > known) this.#judgeDeletesOfAdded(client, Math.max(clock, known), until);
      }
    }
  }

  #judgeDeletesOfAdded(client: number, from: number, until: number): void {
    for (const struct of this.#added.get(client) ?? []) {
      if (struct.id.clock + struct.length <= from || struct.id.clock >= until) continue;
      const where = this.#places.of(struct);
      if (where.at === 'entry') this.#judgeDelete(where);
    }
  }

  #judgeDelete(where: Where): void {
    if (where.at === 'entry' && isOurs(where.root)) throw new Malformed('it takes out a comment or thread');
    if (where.at === 'field') this.#judgeField(where, null);
  }
}

const isOurs = (root: string): boolean =>
  root === 'threads' || root === 'comments' || root === 'stamps' || root === 'settled';

/** Also where it was taken out: a key that was ever used keeps its history, and what is new may not be mixed into it. */
const hasEntry = (doc: Y.Doc, root: 'threads' | 'comments', entry: string): boolean =>
  talkRoot(doc, root)._map.has(entry);

const holdsMap = ({ content }: Y.Item): boolean => content instanceof Y.ContentType && content.type instanceof Y.Map;

/** What a field would hold from now on must be what it may hold; what it held in between is gone already. */
function expectValue(schema: z.ZodMiniType<unknown>, { content }: Y.Item): void {
  if (content instanceof Y.ContentDeleted) return;
  const isValue =
    content instanceof Y.ContentAny && content.arr.length === 1 && schema.safeParse(content.arr[0]).success;
  if (!isValue) throw new Malformed('a field does not hold what it is for');
}
