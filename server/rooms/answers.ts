import { missingFrame } from './frames.ts';

interface Answer {
  readonly key: string;
  readonly frames: readonly Uint8Array[];
  readonly bytes: number;
  /** What has changed since, in messages everybody was sent. */
  tail: Uint8Array[];
  tailBytes: number;
  asked: number;
}

/** So many answers are kept: after a restart nearly everybody comes back with the same knowledge, newcomers with none. */
const KEPT = 4;
const LONGEST_TAIL = 100;
const SMALL = 16 * 1024;
/** A longer state vector than this is no reason to keep its answer. */
const LONGEST_KEY = 16 * 1024;
/** An answer nobody asked for again is memory that other maps could use. */
const KEPT_FOR = 30_000;
/** The key of an empty state vector. */
const NOTHING_KNOWN = '\0';

/**
 * Answers to "what do I lack", each encoded once for everybody who asks the same: encoding takes as long as the map is
 * large, and a meeting opens it all at once. While people write, the answer grows a tail of their edits instead of being
 * encoded again for each who comes.
 */
export class Answers {
  #kept: Answer[] = [];

  /** The messages that bring somebody who has this state vector up to date; `encode` when none is kept. */
  to(vector: Uint8Array, encode: () => Uint8Array): readonly Uint8Array[] {
    const key = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('latin1');
    const now = performance.now();
    const known = this.#kept.find((answer) => answer.key === key);
    if (known) {
      known.asked = now;
      return [...known.frames, ...known.tail];
    }
    const frames = [missingFrame(encode())];
    if (vector.length <= LONGEST_KEY) this.#keep(key, frames, now);
    return frames;
  }

  /** The messages that bring somebody who knows nothing up to date, made without the document. */
  begin(frames: readonly Uint8Array[]): void {
    this.#keep(NOTHING_KNOWN, frames, performance.now());
  }

  /** The document changed, and everybody is sent this. */
  add(frame: Uint8Array): void {
    for (const answer of this.#kept) {
      answer.tail.push(frame);
      answer.tailBytes += frame.length;
    }
    this.#kept = this.#kept.filter(
      ({ tail, tailBytes, bytes }) => tail.length <= LONGEST_TAIL && tailBytes <= Math.max(SMALL, bytes / 4),
    );
  }

  forgetUnasked(now: number): void {
    this.#kept = this.#kept.filter(({ asked }) => now - asked < KEPT_FOR);
  }

  #keep(key: string, frames: readonly Uint8Array[], asked: number): void {
    const bytes = frames.reduce((sum, frame) => sum + frame.length, 0);
    this.#kept = [{ key, frames, bytes, tail: [], tailBytes: 0, asked }, ...this.#kept.slice(0, KEPT - 1)];
  }
}
