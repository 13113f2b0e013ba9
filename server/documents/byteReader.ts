/**
 * Reads what strangers sent. lib0's own readers make views by the length the sender wrote, and those may reach past
 * the message into whatever else shares its buffer; these never do, and throw instead.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Malformed('it ends too early');
    return byte;
  }

  /** A varuint up to 2^53 - 1. */
  uint(): number {
    // Nearly all are small.
    const first = this.#bytes[this.#at] ?? 0x80;
    if (first < 0x80) {
      this.#at++;
      return first;
    }
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * weight;
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('a number is too large');
      if (byte < 0x80) return value;
      weight *= 128;
    }
  }

  /** How many of something follow, each of which takes at least `least` bytes: a larger number is a lie. */
  count(least: number): number {
    const count = this.uint();
    if (count * least > this.left) throw new Malformed('it announces more than it holds');
    return count;
  }

  /** A view, valid as long as the message is. */
  bytes(length: number = this.uint()): Uint8Array {
    if (length > this.left) throw new Malformed('it announces more than it holds');
    const from = this.#at;
    this.#at += length;
    return this.#bytes.subarray(from, this.#at);
  }

  text(): string {
    return decode(this.bytes());
  }

  /** How long a text is, in UTF-16 units. Nearly all are plain letters, and those need not be made a string of. */
  textLength(): number {
    const length = this.uint();
    if (length > this.left) throw new Malformed('it announces more than it holds');
    const from = this.#at;
    this.#at += length;
    for (let at = from; at < this.#at; at++) {
      if ((this.#bytes[at] ?? 0) >= 0x80) return decode(this.#bytes.subarray(from, this.#at)).length;
    }
    return length;
  }

  skip(length: number): void {
    if (length > this.left) throw new Malformed('it announces more than it holds');
    this.#at += length;
  }

  end(): void {
    if (this.left > 0) throw new Malformed('something follows its end');
  }
}

// As strict as lib0's, so that what passes here cannot fail there.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Malformed('a text is no UTF-8');
  }
}

/** What was sent is no message, or none that may be let in. The message completes the sentence "refused, because ...". */
export class Malformed extends Error {}

/** It is in order, and more than there is room for. */
export class TooMuch extends Malformed {}
