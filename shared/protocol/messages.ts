import type { VisiblePerson } from './access.ts';
import type { Role } from './roles.ts';

/**
 * Messages on `/sync/<mapId>`. A page that keeps edits for one person adds `?as=<their id>`: for anybody else the
 * server closes at once (`closeCodes.otherPerson`), so that nobody sends under their name what somebody else wrote.
 * Every WebSocket message is binary, starts with a varuint type and holds exactly one
 * message. 0 to 3 are those of y-protocols and y-websocket; ours start at 101, so clients that do not know them
 * can ignore them.
 *
 * | type | from | body | meaning |
 * | --- | --- | --- | --- |
 * | 0 sync | both | varuint step, varbytes | 0: what I have (state vector), 1: what you lack, 2: an edit |
 * | 1 awareness | both | varbytes | presence; a client speaks for its own client id only, other entries are ignored |
 * | 3 query awareness | client | - | answered with everybody's presence |
 * | 101 saved | client | varuint counter | "tell me when everything I sent before this is on disk" |
 * | 101 saved | server | varuint counter | everything sent before the highest such counter is on disk |
 * | 102 status | server | varstring JSON | see `ServerStatus`; sent when it changes, and to who joins while it is not well |
 * | 103 you | server | varstring JSON | see `You`; the first message of a connection |
 * | 104 watch | client | - | "I do not want the document, only to hear when it changes" |
 * | 104 changed | server | - | the document has changed; for those who watch and have not asked for it |
 *
 * Counters are the client's own: whole numbers that only grow while a connection lasts. The server answers with
 * the highest one that is reached and may skip those below it. It never answers for edits that it refused.
 * Whoever has nothing of a large document may get it as edits (2), and then an answer (1) that adds nothing: with the
 * answer all of it is there.
 * An awareness message without entries (1, 1, 0) is a sign of life, sent when nothing else was for a while.
 */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 101,
  status: 102,
  you: 103,
  watch: 104,
} as const;

/** The steps inside a sync message, as y-protocols numbers them. */
export const syncStep = { stateVector: 0, missing: 1, update: 2 } as const;

/** `failing`: edits reach the others but not the disk at present; they are kept and stored as soon as possible. */
export interface ServerStatus {
  readonly storage: 'ok' | 'failing';
}

/** Who this connection is to the server, and what it may do; a new role comes with a new connection. */
export interface You {
  readonly role: Role;
  readonly person: VisiblePerson;
}
