import type { Role } from '../../shared/protocol/roles.ts';

/** Whoever is at the other end of a request or a socket: a guest or an account, told by its session's cookie. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly kind: 'guest' | 'account';
  /** The session they came with; when it ends (sign-out, expiry), what they have open ends with it. */
  readonly session: string;
}

/**
 * The one place that decides who may do what. HTTP and sockets both ask it, with the object they then use. An
 * unknown map and a forbidden one give the same answers.
 */
export interface Access {
  /** Who sends these headers, or null. Never makes a session. */
  visitorOf(headers: { readonly cookie?: string | undefined }): Promise<Visitor | null>;
  /** What somebody is on a map that exists and is not in the trash, by the present truth; null: nothing. */
  roleOn(map: string, person: string): Promise<Role | null>;
  /**
   * Tells what may have changed, right after it was stored. `map` null: on every map. `person` null: for everybody.
   * Whoever listens asks `roleOn` again for the connections concerned. Answers how to stop listening.
   */
  onChange(listener: (change: AccessChange) => void): () => void;
}

export type AccessChange =
  | { readonly kind: 'rights'; readonly map: string | null; readonly person: string | null }
  /** A session ended: its connections close, whatever its person may do elsewhere. */
  | { readonly kind: 'session'; readonly session: string }
  /**
   * Somebody signed up or in: the browser that had this session has another one by now, so its connections come back
   * at once. What was `from`'s (rights, client ids) is `to`'s; both are the same when a guest became an account.
   */
  | { readonly kind: 'moved'; readonly session: string; readonly from: string; readonly to: string }
  /** Somebody has another name or colour from now on. */
  | { readonly kind: 'person'; readonly person: string; readonly name: string; readonly color: string };
