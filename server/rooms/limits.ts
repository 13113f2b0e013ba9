/** What one connection and one map may cost everybody else. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** Largest message; larger only for what a returning client sends in answer to our state vector. */
  readonly message: number;
  readonly largeMessage: number;
  readonly stateVector: number;
  readonly presenceState: number;
  /** A map's document, encoded. */
  readonly map: number;
  /** Messages a second that change the document, and how many may come at once. Above that the socket is read slower. */
  readonly edits: Rate;
  readonly editBytes: Rate;
  /** Requests for the whole document or what is missing of it. */
  readonly stateRequests: Rate;
  readonly presence: Rate;
  /** Edits of somebody who may not write: those under way when a role changed are passed over, who goes on is closed. */
  readonly ignored: Rate;
  /** Client ids that have ever written to one document, each visit with an edit takes one; and those of one person. */
  readonly writers: number;
  readonly writersOfOne: number;
  /** Pieces a document is made of, what was deleted included: they are what opening it takes time for. */
  readonly items: number;
  /** Unsent bytes of one socket: from here on presence is left out ... */
  readonly presenceBacklog: number;
  /** ... and from here on edits too, until it has drained and gets what it lacks in one piece. */
  readonly documentBacklog: number;
  /** How long a socket may make no progress before it is given up. */
  readonly stalled: number;
  /** Messages waiting while a map loads or a socket is slowed down. */
  readonly waitingMessages: number;
  readonly waitingBytes: number;
  /** Edits of all maps that wait to be stored: beyond that no new content is taken, and people keep what they write. */
  readonly unstored: number;
  /** How long an edit may wait for the one it builds on. */
  readonly missingEdits: number;
  /** Smallest pause between two presence messages to everybody. */
  readonly presencePause: number;
  /** A client that hears nothing for 30 s believes the line is dead. */
  readonly signOfLife: number;
  /** How long a request waits until what it changed is on disk. */
  readonly changePatience: number;
  /** How long an empty room is kept for those who come back. */
  readonly emptyRoom: number;
}

interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

const MB = 1024 * 1024;

/** What whoever runs the server sets from outside. */
export interface ConfiguredLimits {
  readonly editsPerSecond: number;
  readonly mapMegabytes: number;
  readonly unsavedMegabytes: number;
}

/** The limits of a server that is configured like this. */
export const limitsFor = ({ editsPerSecond, mapMegabytes, unsavedMegabytes }: ConfiguredLimits): Limits => ({
  ...defaultLimits,
  edits: { perSecond: editsPerSecond, burst: 3 * editsPerSecond },
  map: mapMegabytes * MB,
  unstored: unsavedMegabytes * MB,
});

export const defaultLimits: Limits = {
  message: 2 * MB,
  largeMessage: 8 * MB,
  stateVector: 1 * MB,
  presenceState: 2 * 1024,
  map: 50 * MB,
  edits: { perSecond: 400, burst: 1_200 },
  editBytes: { perSecond: 1 * MB, burst: 16 * MB },
  stateRequests: { perSecond: 5, burst: 20 },
  presence: { perSecond: 60, burst: 120 },
  ignored: { perSecond: 1, burst: 100 },
  // With all of them a state vector is as long as one may be.
  writers: 100_000,
  writersOfOne: 5_000,
  items: 500_000,
  presenceBacklog: 1 * MB,
  documentBacklog: 4 * MB,
  stalled: 30_000,
  waitingMessages: 4_096,
  waitingBytes: 16 * MB,
  unstored: 64 * MB,
  missingEdits: 5_000,
  presencePause: 40,
  signOfLife: 15_000,
  changePatience: 5_000,
  emptyRoom: 30_000,
};
