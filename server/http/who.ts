import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Role, reaches } from '../../shared/protocol/roles.ts';
import type { AccessControl } from '../access/accessControl.ts';
import type { Answered, Sender } from '../access/people.ts';
import { Rate } from '../access/rate.ts';
import type { Present } from '../access/sessions.ts';
import { isMapId } from '../maps.ts';
import { Refused, tooMany, unknownMap } from './refused.ts';

export interface WhoOptions {
  readonly access: AccessControl;
  readonly publicOrigin: string | null;
  readonly guestsPerMinute: number;
}

/** Tells routes who asks and lets through who may. */
export class Who {
  readonly #options: WhoOptions;
  readonly #known = new WeakMap<FastifyRequest, Promise<Present | null>>();
  readonly #guests: Rate;

  constructor(options: WhoOptions) {
    this.#options = options;
    this.#guests = new Rate(options.guestsPerMinute);
  }

  /** Whether the browser reached us over TLS, as far as configuration or a trusted proxy says so. */
  isSecure(request: FastifyRequest): boolean {
    const { publicOrigin } = this.#options;
    return publicOrigin === null ? request.protocol === 'https' : publicOrigin.startsWith('https:');
  }

  /** Under which name the browser reached us; the guards have made sure that it is one of ours. */
  originOf(request: FastifyRequest): string {
    const scheme = this.isSecure(request) ? 'https' : 'http';
    return this.#options.publicOrigin ?? `${scheme}://${request.headers.host ?? 'localhost'}`;
  }

  senderOf(request: FastifyRequest): Sender {
    return { cookie: request.headers.cookie, secure: this.isSecure(request) };
  }

  /** Who asks; null: somebody without a session. */
  present(request: FastifyRequest): Promise<Present | null> {
    let present = this.#known.get(request);
    if (!present) {
      present = this.#options.access.sessions.find(request.headers.cookie);
      this.#known.set(request, present);
    }
    return present;
  }

  /** Who asks; somebody without a session becomes a guest, and hears of it with this answer. */
  async enter(request: FastifyRequest, reply: FastifyReply): Promise<Present> {
    const before = await this.present(request);
    if (before) return before;
    const wait = this.#guests.take(request.ip);
    if (wait > 0) throw tooMany(wait);
    const guest = await this.#options.access.people.newGuest(this.isSecure(request));
    setCookies(reply, guest);
    this.#known.set(request, Promise.resolve(guest.present));
    return guest.present;
  }

  /** Who asks, for what only makes sense with a session. */
  async require(request: FastifyRequest): Promise<Present> {
    const present = await this.present(request);
    if (!present) throw new Refused(401, 'no_session', 'You are not signed in, or not any more. Load the page again.');
    return present;
  }

  /** Who asks, when they reach this role on a map that is not in the trash. Ask with the id that is then used. */
  async need(request: FastifyRequest, map: string, role: Role): Promise<Present & { readonly role: Role }> {
    const { present, standing } = await this.#standing(request, map);
    if (!present || !standing?.role) throw unknownMap();
    if (standing.inTrash) throw new Refused(410, 'map_in_trash', 'This map is in the trash.');
    if (!reaches(standing.role, role)) throw forbidden(role);
    return { ...present, role: standing.role };
  }

  /** What whoever asks is on a map that is not in the trash, where either answer is harmless; null when it cannot be told. */
  async roleOn(request: FastifyRequest, map: string): Promise<Role | null> {
    const { standing } = await this.#standing(request, map).catch(() => ({ standing: null }));
    return standing && !standing.inTrash ? standing.role : null;
  }

  /** Lets owners of a map in the trash through, and nobody else. */
  async needInTrash(request: FastifyRequest, map: string): Promise<void> {
    const { standing } = await this.#standing(request, map);
    if (!standing?.role || !standing.inTrash) throw unknownMap();
    if (standing.role !== 'owner') throw forbidden('owner');
  }

  async #standing(request: FastifyRequest, map: string) {
    const present = await this.present(request);
    const standing = present && isMapId(map) ? await this.#options.access.standing(map, present.visitor.id) : null;
    return { present, standing };
  }
}

/** Adds to the cookies that go with an answer. */
export function setCookies(reply: FastifyReply, { cookies }: Answered): void {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies]);
}

const who: Record<Role, string> = {
  viewer: 'those who may see this map',
  commenter: 'those who may comment on this map',
  editor: 'those who may edit this map',
  owner: 'owners of this map',
};

const forbidden = (needed: Role) => new Refused(403, 'forbidden', `Only ${who[needed]} can do this.`);
