import * as Y from 'yjs';
import { Malformed, TooMuch } from '../documents/byteReader.ts';
import type { UpdateFacts } from '../documents/inspectUpdate.ts';
import type { StoredWriter } from '../storage/storage.ts';

/** An edit in somebody else's name. */
export class Forged extends Malformed {}

/** How many client ids may have written to one document: all together, and those of one person. */
export interface ClientIdLimits {
  readonly all: number;
  readonly ofOne: number;
}

/** Who sends an edit: the person, and the client id this connection has made known as its own, if any. */
export interface Sender {
  readonly person: string;
  readonly client: number | null;
}

interface Owner extends StoredWriter {
  /**
   * The server ended without a goodbye while this person was writing: what they wrote last may be known to others
   * and not to the disk, so whoever has it may bring it, until the writer came back with all of it.
   */
  readonly orphaned: boolean;
}

/**
 * Which client id is whose in one document. Yjs knows an item by client id and clock, and takes the first that comes
 * for the true one: who signs edits with a colleague's id erases what that colleague is writing offline under it. So
 * new items under somebody else's id are refused. Several ids of one person are welcome: tabs, and edits made offline.
 *
 * An id nobody has was written under before there was this register, or belongs to somebody new: it goes to whoever
 * extends it first. To refuse it would lose the offline work of those who were away at the time; to take it over harms
 * nobody who has come back since. What others only carry here (`sure` is false: lost and brought back, or kept from an
 * earlier visit) goes to whoever turns out to write under it, so that carrying something never locks its writer out.
 */
export class ClientIds {
  readonly #owners = new Map<number, Owner>();
  readonly #counts = new Map<string, number>();
  readonly #limits: ClientIdLimits;
  #news: StoredWriter[] = [];

  constructor(stored: readonly StoredWriter[], limits: ClientIdLimits) {
    this.#limits = limits;
    for (const writer of stored) this.#set({ ...writer, orphaned: writer.atRisk });
  }

  /**
   * The ids under which an edit adds something. Throws `Forged` when one of them is somebody else's, and `TooMuch` when
   * there would be too many: every page names all of them whenever it connects, and no id ever leaves a document.
   */
  judge({ adds }: UpdateFacts, doc: Y.Doc, sender: Sender): number[] {
    const extended: number[] = [];
    let added = 0;
    for (const [client, { to }] of adds) {
      if (to <= Y.getState(doc.store, client)) continue;
      if (client === doc.clientID) throw new Forged('it writes in the name of the server');
      if (!this.mayExtend(client, sender.person)) throw new Forged('it writes in the name of somebody else');
      extended.push(client);
      if (Y.getState(doc.store, client) === 0) added++;
    }
    const { all, ofOne } = this.#limits;
    const tooMany = doc.store.clients.size + added > all || (this.#counts.get(sender.person) ?? 0) + added > ofOne;
    if (added > 0 && tooMany) throw new TooMuch('too many client ids have written to this document');
    return extended;
  }

  mayExtend(client: number, person: string): boolean {
    const owner = this.#owners.get(client);
    return !owner || owner.person === person || !owner.sure || owner.orphaned;
  }

  /** Whether somebody may call an id their own; an orphaned one waits for its writer. */
  mayBe(client: number, person: string): boolean {
    const owner = this.#owners.get(client);
    return !owner || owner.person === person || !owner.sure;
  }

  /** A connection made known which id is its own. Not stored before something is written under it. */
  bind(client: number, person: string): void {
    const owner = this.#owners.get(client);
    if (owner?.sure || (!owner && this.#owners.size >= this.#limits.all)) return;
    this.#set({ client, person, sure: true, atRisk: false, orphaned: false });
  }

  /** An edit that extends these ids was let in. */
  extended(clients: readonly number[], sender: Sender): void {
    for (const client of clients) {
      const owner = this.#owners.get(client);
      // Who has made no id known, as programs do, and writes under a single one, writes under their own.
      const sure = sender.client === null ? clients.length === 1 : client === sender.client;
      if (owner && owner.person !== sender.person && !(sure && !owner.sure)) continue;
      this.#give({ client, person: sender.person, sure: sure || owner?.sure === true, atRisk: true });
    }
  }

  /** Somebody has answered what this server lacks under their own id: nothing of it can be missing any more. */
  cameBack({ client, person }: Sender): void {
    const owner = client === null ? undefined : this.#owners.get(client);
    if (owner?.orphaned && owner.person === person) this.#set({ ...owner, orphaned: false });
  }

  /** Somebody is another person from now on. The stored register is changed by whoever made them so. */
  move(from: string, to: string): void {
    for (const [client, owner] of this.#owners) {
      if (owner.person === from) this.#set({ ...owner, client, person: to });
    }
    this.#news = this.#news.map((writer) => (writer.person === from ? { ...writer, person: to } : writer));
  }

  /** The ids whose writers have not come back yet: what they wrote last may still be in others' hands. */
  orphans(): number[] {
    return [...this.#owners.values()].filter(({ orphaned }) => orphaned).map(({ client }) => client);
  }

  /** What has changed since it was last asked for, to be stored together with the edits that changed it. */
  takeNews(): StoredWriter[] {
    const news = this.#news;
    this.#news = [];
    return news;
  }

  #give(writer: StoredWriter): void {
    const { client } = writer;
    const before = this.#owners.get(client);
    const same = before?.person === writer.person && before.sure === writer.sure && before.atRisk === writer.atRisk;
    if (same) return;
    this.#set({ ...writer, orphaned: before?.person === writer.person && before.orphaned });
    this.#news.push(writer);
  }

  #set(owner: Owner): void {
    const before = this.#owners.get(owner.client);
    if (before) this.#count(before.person, -1);
    this.#count(owner.person, 1);
    this.#owners.set(owner.client, owner);
  }

  #count(person: string, change: number): void {
    this.#counts.set(person, (this.#counts.get(person) ?? 0) + change);
  }
}
