import type { VisiblePerson } from '../../shared/protocol/access.ts';
import type { PresenceEntry } from './frames.ts';
import type { Presence, PresenceHolder } from './presence.ts';

/** The connection behind somebody's presence. */
export interface Speaker extends PresenceHolder {
  readonly visitor: VisiblePerson;
  /** Whether the other side still answers. */
  probe(): Promise<boolean>;
  /** Ends a connection that does not answer any more. */
  giveUp(): void;
  readonly isGone: boolean;
}

interface Heard {
  readonly client: number;
  readonly clock: number;
  readonly state: object | null;
}

export interface OwnPresenceOptions {
  readonly speaker: Speaker;
  readonly presence: Presence;
  /** Longest state, in bytes. */
  readonly longest: number;
  /** Whether this client id may be the speaker's own. */
  readonly mayBe: (client: number) => boolean;
  /** It is from now on. */
  readonly onBound: (client: number) => void;
}

/** How long a client id stays refused after its other connection proved to be alive. */
const CLAIM_AGAIN = 2_000;

/**
 * What one connection says of itself, under the one client id it names first. Whose state it is says the server: `user`
 * in it is overwritten with the person the session belongs to.
 */
export class OwnPresence {
  readonly #options: OwnPresenceOptions;
  #client: { readonly id: number; clockOffset: number } | null = null;
  /** The newest state, as the client sent it. */
  #last: Heard | null = null;
  #claim: { readonly heard: Heard; readonly again: number } | null = null;
  #claiming = false;

  constructor(options: OwnPresenceOptions) {
    this.#options = options;
  }

  get client(): number | null {
    return this.#client?.id ?? null;
  }

  /**
   * Somebody whose clock is not the one others see must not hear of itself: it would take its own state for news.
   */
  get hearsOthersOnly(): boolean {
    return this.#client !== null && this.#client.clockOffset > 0;
  }

  /** The first client id a connection names is its own from then on. */
  mayName = (client: number): boolean => this.#client === null || client === this.#client.id;

  hear(entry: PresenceEntry): void {
    const state = readState(entry.state, this.#options.longest);
    if (state === undefined) return;
    const heard = { client: entry.client, clock: entry.clock, state };
    if (this.#client) this.#say(heard);
    else if (state !== null && this.#options.mayBe(entry.client)) this.#introduce(heard);
  }

  /** The person has another name or colour: others see it at once, though the client said nothing new. */
  renamed(): void {
    if (!this.#client || !this.#last?.state) return;
    // A clock that others have seen would be no news to them.
    this.#client.clockOffset++;
    this.#say(this.#last);
  }

  #introduce(heard: Heard): void {
    const holder = this.#options.presence.holderOf(heard.client);
    if (holder === null) this.#become(heard);
    else if (isSpeaker(holder)) void this.#takeOver(heard, holder);
  }

  #become(heard: Heard): void {
    const { presence, speaker, onBound } = this.#options;
    this.#client = { id: heard.client, clockOffset: presence.bind(heard.client, heard.clock, speaker) };
    this.#claim = null;
    onBound(heard.client);
    this.#say(heard);
  }

  #say(heard: Heard): void {
    if (!this.#client) return;
    this.#last = heard;
    const { clock, state } = heard;
    const { id, name, color } = this.#options.speaker.visitor;
    const stamped = state === null ? 'null' : JSON.stringify({ ...state, user: { id, name, color } });
    this.#options.presence.set({ client: this.#client.id, clock: clock + this.#client.clockOffset, state: stamped });
  }

  /** After a lost line the old connection may linger: it yields when it no longer answers, and only then. */
  async #takeOver(heard: Heard, holder: Speaker): Promise<void> {
    const now = performance.now();
    if (this.#claim && this.#claim.heard.client === heard.client && now < this.#claim.again) return;
    this.#claim = { heard, again: now + CLAIM_AGAIN };
    if (this.#claiming) return;
    this.#claiming = true;
    const alive = await holder.probe();
    this.#claiming = false;
    if (alive || this.#options.speaker.isGone || this.#client) return;
    holder.giveUp();
    const { presence } = this.#options;
    if (this.#claim && presence.holderOf(this.#claim.heard.client) === null) this.#become(this.#claim.heard);
  }
}

const isSpeaker = (holder: PresenceHolder): holder is Speaker => 'probe' in holder;

/** Every page parses what is sent on, so only what parses to an object (or null: gone) is; anything else is undefined. */
function readState(state: string, limit: number): object | null | undefined {
  if (state.length > limit || Buffer.byteLength(state) > limit) return undefined;
  try {
    const value: unknown = JSON.parse(state);
    return typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
