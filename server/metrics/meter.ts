/** Why a message, or what was in it, was not taken. */
export const REFUSALS = [
  /** No message of the protocol, or an edit that would break the map. */
  'malformed',
  /** The role of whoever sent it does not reach. */
  'role',
  /** It speaks for somebody else: a client id, or a comment, of another person. */
  'forged',
  /** Larger than is taken, or the map would be. */
  'too_large',
  /** It builds on an edit that never came. */
  'missing_edits',
  /** Too much waits to be stored already. */
  'storage_full',
  /** More than is listened to. */
  'too_many',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What the rooms tell whoever counts. Nothing here throws, and nothing says which map or who. */
export interface Meter {
  /** Edits that were taken in together, and the bytes that went to the others and to the log. */
  edits(count: number, bytes: number): void;
  refused(reason: Refusal): void;
}
