/**
 * The life of a room. `loading`: the document is being read, whoever is there waits. `open`: people are in it.
 * `draining`: nobody is, and it is kept for those who come back. `saving`: nobody came back, and not everything is on
 * disk: the document in memory is all there is, so it stays. `closed`: it is of no more use, and whoever comes gets a
 * new room.
 */
export type RoomState = 'loading' | 'open' | 'draining' | 'saving' | 'closed';

export type RoomEvent =
  /** The document is there. */
  | 'loaded'
  /** Somebody uses the room. */
  | 'used'
  /** Nobody uses it any more. */
  | 'unused'
  /** The document broke and is read again from what is stored. */
  | 'broken'
  /** Empty for long enough, and something is not on disk yet. */
  | 'unsaved'
  /** Empty for long enough, and everything is on disk. */
  | 'expired'
  /** The map was thrown away, cannot be had, or the server stops. */
  | 'ended';

const next: Record<RoomState, Partial<Record<RoomEvent, RoomState>>> = {
  // Who comes or goes while the room loads changes nothing yet: what it becomes is decided when it is loaded.
  loading: { loaded: 'open', used: 'loading', unused: 'loading', ended: 'closed' },
  open: { used: 'open', unused: 'draining', broken: 'loading', ended: 'closed' },
  draining: {
    used: 'open',
    unused: 'draining',
    broken: 'loading',
    unsaved: 'saving',
    expired: 'closed',
    ended: 'closed',
  },
  // Whoever comes finds the room alive, with everything that is on no disk yet.
  saving: { used: 'open', unused: 'saving', broken: 'loading', unsaved: 'saving', expired: 'closed', ended: 'closed' },
  closed: { unused: 'closed', ended: 'closed' },
};

/** Throws when an event makes no sense in a state: a room that is used after its end would lose what is written into it. */
export function nextState(state: RoomState, event: RoomEvent): RoomState {
  const following = next[state][event];
  if (following === undefined) throw new Error(`a room that is ${state} cannot be ${event}`);
  return following;
}
