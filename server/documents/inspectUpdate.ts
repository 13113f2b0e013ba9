import { ByteReader, Malformed } from './byteReader.ts';

/**
 * Reads an edit before Yjs does. Yjs applies some edits without a word that then break the document for good: one
 * item of length 0 makes every page throw that opens the map, another stops the document from ever reporting an
 * edit again. It also makes room for as many items as a sender announces. Here everything is measured first.
 */
export interface DocumentRules {
  /** Names of the root maps; an edit to any other is refused. Null where a document may have others. */
  readonly roots: ReadonlySet<string> | null;
}

/** What an edit adds and what it builds on; clocks count the characters and values each client has written. */
export interface UpdateFacts {
  /** Per client, where its new items begin and end. */
  readonly adds: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  /** Per client, the clock up to which its items must be known: as neighbours, parents or things to delete. */
  readonly needs: ReadonlyMap<number, number>;
  /** It says itself that something between its items is missing. */
  readonly hasHoles: boolean;
  /** How many items it holds. */
  readonly items: number;
  /** Its items that can hold others. */
  readonly containers: readonly { readonly client: number; readonly clock: number }[];
}

const MAX_CLOCK = 2 ** 31 - 1;
const MAX_CLIENT = 2 ** 32 - 1;
/** Longest run of characters in one item. */
const MAX_TEXT = 256 * 1024;
const MAX_KEY = 300;
const MAX_DEPTH = 16;

/** How Yjs numbers what an item holds; all other kinds have no use in our documents. */
const kind = { collected: 0, deleted: 1, text: 4, type: 7, values: 8, hole: 10 } as const;
const sharedType = { map: 1, text: 2 } as const;
const bit = { hasOrigin: 0x80, hasRightOrigin: 0x40, hasKey: 0x20, kind: 0x1f } as const;

/** Throws `Malformed` with the reason when the edit must not be applied. */
export function inspectUpdate(update: Uint8Array, rules: DocumentRules): UpdateFacts {
  const reader = new ByteReader(update);
  const adds = new Map<number, { from: number; to: number }>();
  const needs = new Map<number, number>();
  const containers: { client: number; clock: number }[] = [];
  const found = { hasHoles: false };
  let all = 0;
  for (let clients = reader.count(3); clients > 0; clients--) {
    let items = reader.count(2);
    all += items;
    const client = readClient(reader);
    const from = readClock(reader);
    if (adds.has(client)) throw new Malformed('it lists one writer twice');
    let clock = from;
    for (; items > 0; items--) {
      const length = inspectItem(reader, { client, clock, rules, needs, containers, found });
      if (length === 0) throw new Malformed('it holds an empty item');
      clock += length;
      if (clock > MAX_CLOCK) throw new Malformed('a clock is too large');
    }
    adds.set(client, { from, to: clock });
  }
  inspectDeletes(reader, needs);
  reader.end();
  return { adds, needs, items: all, containers, hasHoles: found.hasHoles };
}

interface Item {
  readonly client: number;
  readonly clock: number;
  readonly rules: DocumentRules;
  readonly needs: Map<number, number>;
  readonly containers: { client: number; clock: number }[];
  readonly found: { hasHoles: boolean };
}

/** Reads one item and answers its length. */
function inspectItem(reader: ByteReader, item: Item): number {
  const info = reader.byte();
  const holds = info & bit.kind;
  if (holds === kind.hole) item.found.hasHoles = true;
  if (holds === kind.collected || holds === kind.hole) return reader.uint();
  const hasNeighbour = (info & (bit.hasOrigin | bit.hasRightOrigin)) !== 0;
  if ((info & bit.hasOrigin) !== 0) inspectReference(reader, item);
  if ((info & bit.hasRightOrigin) !== 0) inspectReference(reader, item);
  // An item beside another one is where that one is; only an item without neighbours says where it belongs.
  if (!hasNeighbour) inspectPlace(reader, item, (info & bit.hasKey) !== 0);
  if (holds === kind.type) item.containers.push({ client: item.client, clock: item.clock });
  return inspectContent(reader, holds);
}

function inspectPlace(reader: ByteReader, item: Item, hasKey: boolean): void {
  const inRoot = reader.uint() === 1;
  if (inRoot) {
    const root = reader.text();
    if (item.rules.roots?.has(root) === false)
      throw new Malformed('it writes to a part of the map that does not exist');
    if (!hasKey) throw new Malformed('it adds something without a name');
  } else {
    inspectReference(reader, item);
  }
  if (!hasKey) return;
  const key = reader.text();
  // Ids and field names start with a letter or digit; `__proto__` does not.
  if (key.length > MAX_KEY || !/^[A-Za-z0-9]/.test(key)) throw new Malformed('a name is not allowed');
}

function inspectReference(reader: ByteReader, { client: own, clock: ownClock, needs }: Item): void {
  const client = readClient(reader);
  const clock = readClock(reader);
  if (client === own) {
    if (clock >= ownClock) throw new Malformed('an item builds on a later one');
    // What this writer wrote before is there when the edit's own start is reached.
    return;
  }
  need(needs, client, clock + 1);
}

function inspectContent(reader: ByteReader, holds: number): number {
  switch (holds) {
    case kind.deleted:
      return reader.uint();
    case kind.text: {
      const length = reader.textLength();
      if (length > MAX_TEXT) throw new Malformed('a text is too long');
      return length;
    }
    case kind.type: {
      const type = reader.uint();
      if (type !== sharedType.map && type !== sharedType.text)
        throw new Malformed('it holds a kind of value maps do not use');
      return 1;
    }
    case kind.values: {
      const count = reader.count(1);
      for (let i = 0; i < count; i++) inspectValue(reader, 0);
      return count;
    }
    default:
      throw new Malformed('it holds a kind of value maps do not use');
  }
}

/** A value in lib0's `any` encoding. */
function inspectValue(reader: ByteReader, depth: number): void {
  if (depth > MAX_DEPTH) throw new Malformed('a value is nested too deeply');
  const tag = reader.byte();
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125: // whole number: at most eight bytes, all but the last from 128 on
      for (let i = 0; i < 8; i++) if (reader.byte() < 0x80) return;
      throw new Malformed('a number is too large');
    case 124:
      reader.skip(4);
      return;
    case 123:
    case 122:
      reader.skip(8);
      return;
    case 119: {
      if (reader.textLength() > MAX_TEXT) throw new Malformed('a text is too long');
      return;
    }
    case 118:
      for (let left = reader.count(2); left > 0; left--) {
        if (reader.text() === '__proto__') throw new Malformed('a name is not allowed');
        inspectValue(reader, depth + 1);
      }
      return;
    case 117:
      for (let left = reader.count(1); left > 0; left--) inspectValue(reader, depth + 1);
      return;
    default:
      throw new Malformed('it holds a kind of value maps do not use');
  }
}

function inspectDeletes(reader: ByteReader, needs: Map<number, number>): void {
  for (let clients = reader.count(2); clients > 0; clients--) {
    const client = readClient(reader);
    for (let ranges = reader.count(2); ranges > 0; ranges--) {
      const clock = readClock(reader);
      const length = reader.uint();
      if (length === 0 || clock + length > MAX_CLOCK) throw new Malformed('it deletes an impossible range');
      need(needs, client, clock + length);
    }
  }
}

function need(needs: Map<number, number>, client: number, upTo: number): void {
  if ((needs.get(client) ?? 0) < upTo) needs.set(client, upTo);
}

function readClient(reader: ByteReader): number {
  const client = reader.uint();
  if (client > MAX_CLIENT) throw new Malformed('a client id is too large');
  return client;
}

function readClock(reader: ByteReader): number {
  const clock = reader.uint();
  if (clock > MAX_CLOCK) throw new Malformed('a clock is too large');
  return clock;
}
