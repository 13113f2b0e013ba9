import * as Y from 'yjs';
import { Malformed } from './byteReader.ts';

/** What an edit adds to a discussion, item by item, as Yjs reads it. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Where an item goes: into a root (`entry`: under which key), into what lies in a root (`field`), or deeper. `nowhere`
 * is what Yjs collects at once, because what it stood in or beside has been.
 */
export type Where =
  | { readonly at: 'nowhere' }
  | { readonly at: 'entry'; readonly root: string; readonly entry: string | null }
  | { readonly at: 'field'; readonly root: string; readonly entry: string | null; readonly field: string | null }
  | { readonly at: 'deeper'; readonly root: string };

const NOWHERE: Where = { at: 'nowhere' };

/**
 * Finds out where the items of an edit would go before it is applied, by the same references that Yjs follows: an item
 * beside another one is where that one is. Nothing an item says about itself is believed when it says it otherwise.
 */
export class Places {
  readonly #doc: Y.Doc;
  readonly #added: ReadonlyMap<number, readonly Struct[]>;
  readonly #known = new Map<Struct, Where>();
  readonly #rootNames: ReadonlyMap<unknown, string>;

  /** @param added the structs of the edit by client, in the order of their clocks */
  constructor(doc: Y.Doc, added: ReadonlyMap<number, readonly Struct[]>) {
    this.#doc = doc;
    this.#added = added;
    this.#rootNames = new Map([...doc.share].map(([name, type]) => [type, name]));
  }

  /** Where one of the edit's structs would go, or one of the document is. Throws `Malformed`. */
  of(struct: Struct): Where {
    // By hand, not by recursion: the items of an edit may refer to each other in a chain of any length.
    const chain: { struct: Y.Item; above: boolean }[] = [];
    const under = new Set<Struct>();
    let current: Struct = struct;
    let where: Where | undefined;
    while (where === undefined) {
      where = this.#known.get(current) ?? (current instanceof Y.Item ? rootEntry(current, this.#rootNames) : NOWHERE);
      if (where !== undefined) break;
      if (under.has(current)) throw new Malformed('its items build on each other in a circle');
      under.add(current);
      const item: Y.Item = current as Y.Item;
      const next = this.#next(item);
      chain.push({ struct: item, above: next.above });
      current = next.struct;
    }
    this.#known.set(current, where);
    for (const { struct: item, above } of chain.reverse()) {
      where = above ? inside(where, item.parentSub) : where;
      this.#known.set(item, where);
    }
    return where;
  }

  /** The struct at a clock: of the document where it has it, otherwise of the edit. */
  at({ client, clock }: { readonly client: number; readonly clock: number }): Struct {
    if (clock < Y.getState(this.#doc.store, client)) return Y.getItem(this.#doc.store, Y.createID(client, clock));
    const structs = this.#added.get(client) ?? [];
    let [low, high] = [0, structs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((structs[middle] as Struct).id.clock <= clock) low = middle;
      else high = middle - 1;
    }
    const found = structs[low];
    if (!found || clock < found.id.clock || clock >= found.id.clock + found.length) {
      throw new Malformed('it builds on something that is not there');
    }
    return found;
  }

  /** What decides where an item is: the one that holds it (`above`), or the one beside it. */
  #next(item: Y.Item): { struct: Struct; above: boolean } {
    const { parent } = item;
    // In the document an item knows what it stands in; in an edit it says so only when it has no neighbour.
    if (parent instanceof Y.AbstractType) return { struct: parent._item as Y.Item, above: true };
    if (item.origin) return { struct: this.at(item.origin), above: false };
    if (item.rightOrigin) return { struct: this.at(item.rightOrigin), above: false };
    if (!(parent instanceof Y.ID)) throw new Malformed('it holds something that is in no place');
    const holder = this.at(parent);
    if (holder instanceof Y.Item && !(holder.content instanceof Y.ContentType) && !holder.deleted) {
      throw new Malformed('it puts something into what holds nothing');
    }
    return { struct: holder, above: true };
  }
}

/** The place of an item that stands in a root itself; undefined for all others. */
function rootEntry(item: Y.Item, rootNames: ReadonlyMap<unknown, string>): Where | undefined {
  const { parent } = item;
  // The types say otherwise, but in an edit that was only decoded the parent of such an item is the root's name.
  const name = typeof parent === 'string' ? (parent as string) : nameOf(parent, rootNames);
  return name === undefined ? undefined : { at: 'entry', root: name, entry: item.parentSub };
}

function nameOf(parent: unknown, rootNames: ReadonlyMap<unknown, string>): string | undefined {
  if (!(parent instanceof Y.AbstractType) || parent._item !== null) return undefined;
  return rootNames.get(parent) ?? '';
}

function inside(where: Where, key: string | null): Where {
  switch (where.at) {
    case 'nowhere':
      return where;
    case 'entry':
      return { at: 'field', root: where.root, entry: where.entry, field: key };
    default:
      return { at: 'deeper', root: where.root };
  }
}
