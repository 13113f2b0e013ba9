import * as Y from 'yjs';
import { addsContent } from '../documents/admitUpdate.ts';
import type { Author, DocumentKind } from '../documents/documentKind.ts';
import type { UpdateFacts } from '../documents/inspectUpdate.ts';
import type { ReadDocument } from '../documents/readLog.ts';
import type { MapSummary } from '../storage/storage.ts';
import { Answers } from './answers.ts';
import { updateFrame } from './frames.ts';

const NOTHING_KNOWN = new Uint8Array(1);

/** The document of an open room, and what is kept beside it so that it need not be asked again for everybody. */
export class LiveDocument {
  readonly doc: Y.Doc;
  readonly #kind: DocumentKind;
  readonly #answers = new Answers();
  /** What Yjs reported in the transaction under way. */
  #emitted: Uint8Array | null = null;
  /** Roughly the encoded size, never too small; measured again when it comes near the limit. */
  #bytes: number;
  /** Not fewer than there are; counted again when they come near the limit. */
  #items: number;
  #summary: MapSummary | null = null;
  #summaryStale = true;

  /** @param frames the whole document in messages, where that is known without encoding it */
  constructor({ doc, bytes }: ReadDocument, kind: DocumentKind, frames: readonly Uint8Array[] | null) {
    this.doc = doc;
    this.#kind = kind;
    this.#bytes = bytes;
    this.#items = countItems(doc);
    if (frames) this.#answers.begin(frames);
    doc.on('update', (update: Uint8Array) => {
      this.#emitted = update;
    });
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (kind.touchesSummary(transaction)) this.#summaryStale = true;
    });
  }

  /**
   * Runs `work` as one transaction. Answers what it changed, as one edit and as the message that tells of it; null when
   * it changed nothing. Throws when Yjs failed half way: then the document is unusable.
   */
  change(work: () => void, origin?: unknown): { update: Uint8Array; frame: Uint8Array } | null {
    this.#emitted = null;
    this.doc.transact(work, origin);
    const update = this.#emitted as Uint8Array | null;
    this.#emitted = null;
    if (!update) return null;
    const frame = updateFrame(update);
    this.#answers.add(frame);
    this.#bytes += update.length;
    return { update, frame };
  }

  /** Inside `change`: applies an edit, by the contract of `admitUpdate`. */
  admit(update: Uint8Array, author: Author, judge: (facts: UpdateFacts) => void): boolean {
    return this.#kind.admit(this.doc, update, author, judge);
  }

  addsContent(update: Uint8Array): boolean {
    return addsContent(this.doc, update, this.#kind.rules);
  }

  hasRoomFor(bytes: number, limit: number): boolean {
    if (this.#bytes + bytes > limit) this.#bytes = Y.encodeStateAsUpdate(this.doc).length;
    return this.#bytes + bytes <= limit;
  }

  /** Whether an edit's items fit in; takes it that they will be added. */
  makeRoomFor({ items }: UpdateFacts, limit: number): boolean {
    if (items === 0) return true;
    if (this.#items + items > limit) this.#items = countItems(this.doc);
    if (this.#items + items > limit) return false;
    this.#items += items;
    return true;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  missing(since: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, since);
  }

  /** The messages for somebody who asks with this state vector what is missing. */
  answer(vector: Uint8Array): readonly Uint8Array[] {
    return this.#answers.to(vector, () => {
      const update = Y.encodeStateAsUpdate(this.doc, vector);
      if (vector.length <= NOTHING_KNOWN.length) this.#bytes = update.length;
      return update;
    });
  }

  /** Gives back what is only kept for speed. */
  forgetUnasked(now: number): void {
    this.#answers.forgetUnasked(now);
  }

  /** May throw when the document broke. */
  summary(): MapSummary | null {
    if (this.#summaryStale) this.#summary = this.#kind.summarize(this.doc);
    this.#summaryStale = false;
    return this.#summary;
  }

  /** Lets go of the document. Answers its last summary; of one that broke, the summary from before: it has no say. */
  close({ broke }: { broke: boolean }): MapSummary | null {
    try {
      return broke ? this.#summary : this.summary();
    } catch {
      return this.#summary;
    } finally {
      this.doc.destroy();
    }
  }
}

function countItems(doc: Y.Doc): number {
  let count = 0;
  for (const items of doc.store.clients.values()) count += items.length;
  return count;
}
