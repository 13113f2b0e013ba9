import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { joinBody } from '../../shared/protocol/access.ts';
import type { AccessControl } from '../access/accessControl.ts';
import { Guesses } from '../access/guesses.ts';
import type { FoundLink } from '../access/links.ts';
import { Rate } from '../access/rate.ts';
import { Refused, tooMany } from './refused.ts';
import { validate } from './validate.ts';
import type { Who } from './who.ts';

export interface JoinRouteOptions {
  readonly access: AccessControl;
  readonly who: Who;
  /** Sends the page with this status: it says what is wrong, or asks for the password. Null: there is no page. */
  readonly sendPage: ((reply: FastifyReply, status: number) => Promise<FastifyReply>) | null;
}

interface OneToken {
  Params: { token: string };
}

/** Wrong tokens and passwords from one address. At this pace a password of four figures takes a year. */
const WRONG_PER_MINUTE = 20;

/**
 * `/join/<token>`: turns a link into a right on the session of whoever follows it, and leaves no secret in the
 * address bar. `/api/join/<token>` does the same for the page, with a password.
 */
export const joinRoutes: FastifyPluginAsync<JoinRouteOptions> = async (app, { access, who, sendPage }) => {
  const wrong = new Rate(WRONG_PER_MINUTE);
  const guesses = new Guesses();

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  });

  // Not for HEAD: who only looks whether there is something joins nothing.
  app.get<OneToken>('/join/:token', { exposeHeadRoute: false }, async (request, reply) => {
    // A browser that fetches ahead of a click is told to ask again when there is one.
    if (/prefetch/.test(String(request.headers['sec-purpose'] ?? request.headers.purpose ?? ''))) {
      throw new Refused(503, 'not_yet', 'This link is opened by following it.');
    }
    try {
      const map = await redeem(request, reply, undefined);
      return reply.redirect(`/m/${map}`, 303);
    } catch (error) {
      const forPeople = sendPage !== null && request.headers.accept?.includes('text/html');
      if (!forPeople || !(error instanceof Refused)) throw error;
      // A password that is still to be asked for is nothing that went wrong.
      return sendPage(reply, error.error === 'password_needed' ? 200 : error.status);
    }
  });

  app.post<OneToken>('/api/join/:token', async (request, reply) => {
    const { password } = validate(joinBody, request.body ?? {});
    return { map: await redeem(request, reply, password) };
  });

  async function redeem(request: FastifyRequest<OneToken>, reply: FastifyReply, password: string | undefined) {
    const found = await access.links.find(request.params.token);
    // Only what was wrong is counted, and only that has to wait: a whole room may click at once, and from the one
    // address from which somebody guesses. A right token of 256 bits was not guessed.
    if (found.status === 'unknown') refuseFor(wrong.take(request.ip));
    const link = worksOrRefuse(found);
    if (link.password_hash !== null) {
      if (password === undefined) throw new Refused(401, 'password_needed', 'This link asks for a password.');
      const attempt = () => access.links.opens(link, password);
      const right = await guesses.attempt([[wrong, request.ip]], attempt, (opened) => opened);
      if (!right) throw new Refused(403, 'wrong_password', 'The password is not right.');
    }
    const { visitor } = await who.enter(request, reply);
    await access.links.redeem(link, visitor.id);
    return link.map;
  }
};

function refuseFor(seconds: number): void {
  if (seconds > 0) throw tooMany(seconds);
}

function worksOrRefuse(found: FoundLink) {
  switch (found.status) {
    case 'works':
      return found.link;
    case 'expired':
      throw new Refused(410, 'link_expired', `This link has expired. ${ask(found.askWhom)}`);
    case 'off':
      throw new Refused(410, 'link_revoked', `This link has been switched off. ${ask(found.askWhom)}`);
    case 'unknown':
      throw new Refused(404, 'unknown_link', `This link does not work. ${ask(null)}`);
    default:
      return found satisfies never;
  }
}

const ask = (owner: string | null): string => `Ask ${owner ?? 'whoever sent it to you'} for a new one.`;
