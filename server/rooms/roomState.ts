/**
 * The life of a room. `loading`: its log is being read, and everybody waits for that one reading. `open`: somebody
 * is in it, or a request works on it. `draining`: nobody is; it stays a while for those who come back, and until
 * everything is on disk. `closed`: gone for good; whoever comes next gets a new room.
 */
export type RoomState = 'loading' | 'open' | 'draining' | 'closed';

export type RoomEvent =
  /** The document is there. */
  | 'loaded'
  /** Somebody uses the room. */
  | 'used'
  /** Nobody uses it any more. */
  | 'unused'
  /** The document broke and is read again from what is stored. */
  | 'broken'
  /** Empty for long enough, and everything is on disk. */
  | 'expired'
  /** Loading failed, the map was thrown away, or the server stops. */
  | 'ended';

const next: Record<RoomState, Partial<Record<RoomEvent, RoomState>>> = {
  // Who comes or goes while the room loads changes nothing yet: what it becomes is decided when it is loaded.
  loading: { loaded: 'open', used: 'loading', unused: 'loading', ended: 'closed' },
  open: { used: 'open', unused: 'draining', broken: 'loading', ended: 'closed' },
  draining: { used: 'open', unused: 'draining', broken: 'loading', expired: 'closed', ended: 'closed' },
  closed: { unused: 'closed', ended: 'closed' },
};

/** Throws when an event makes no sense in a state: a room that is used after its end would lose what is written into it. */
export function nextState(state: RoomState, event: RoomEvent): RoomState {
  const following = next[state][event];
  if (following === undefined) throw new Error(`a room that is ${state} cannot be ${event}`);
  return following;
}
