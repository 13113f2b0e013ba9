/**
 * Why the server closes a document socket. y-websocket reads the number: 4400 to 4499 means that coming back
 * cannot help, so it stops and emits `closed`; after any other code it connects again by itself.
 */
export const closeCodes = {
  /** The server stops or restarts: come back soon, and not all at once. */
  restarting: { code: 1012, reason: 'server restarting' },
  /** The map cannot be opened or followed right now: come back. */
  tryAgain: { code: 1013, reason: 'try again later' },
  /** What was sent is no message of this protocol, or an edit that would break the map for everybody. */
  badMessage: { code: 4400, reason: 'bad message' },
  /** The session has ended, or a right that let this connection in is gone: stay out. */
  noAccess: { code: 4403, reason: 'no access' },
  /** There is no such map, or no longer, or not for whoever asks. */
  unknownMap: { code: 4404, reason: 'unknown map' },
  /** Whoever sits there by now is not the person this page was opened for: nothing of theirs is taken or told. */
  otherPerson: { code: 4409, reason: 'other person' },
  /** The map lies in the trash; restoring it lets people in again. */
  inTrash: { code: 4410, reason: 'map in trash' },
  /** The map, or what was sent, is larger than the server takes. */
  tooLarge: { code: 4413, reason: 'too large' },
  /** An edit builds on one that never arrived; a new connection sends everything that is missing. */
  missingEdits: { code: 4500, reason: 'edits missing' },
  /** The role on this map has changed: come back at once and hear which it is now. */
  roleChanged: { code: 4501, reason: 'role changed' },
} as const;

export type CloseReason = (typeof closeCodes)[keyof typeof closeCodes];
