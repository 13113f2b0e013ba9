import type { FastifyPluginAsync } from 'fastify';
import type { AccessControl } from '../access/accessControl.ts';
import { Rate } from '../access/rate.ts';
import type { ExecutiveViews } from '../executiveViews.ts';
import { isForPerson, sendPlainInFrame } from './plainAnswer.ts';
import { Refused, tooMany } from './refused.ts';
import { sendExecutive } from './sendExecutive.ts';

export interface EmbedRouteOptions {
  readonly access: AccessControl;
  readonly views: ExecutiveViews;
  /** Where the built page lies; null: there is none. */
  readonly folder: string | null;
}

interface OneToken {
  Params: { token: string };
  Querystring: { main?: string };
}

const WRONG_PER_MINUTE = 20;

const notShown = () => new Refused(404, 'unknown_link', 'This map is not shown here, or not any more.');

/**
 * `/embed/<token>`: the executive view inside a page of somebody else, a wiki for example. It gives whoever sees it
 * nothing but what they see: no session, no role, no way to the map.
 */
export const embedRoutes: FastifyPluginAsync<EmbedRouteOptions> = async (app, { access, views, folder }) => {
  const wrong = new Rate(WRONG_PER_MINUTE);

  app.get<OneToken>('/embed/:token', async (request, reply) => {
    reply.header('cache-control', 'no-store').removeHeader('x-frame-options');
    const map = await access.links.mapToEmbed(request.params.token);
    if (map === null) {
      // Only what is wrong waits: a page that still asks for an old one must not keep a whole company from the others.
      const wait = wrong.take(request.ip);
      const refused = wait > 0 ? tooMany(wait) : notShown();
      if (isForPerson(request)) return sendPlainInFrame(reply, refused);
      throw refused;
    }
    // The id of the map is nobody's business who is only shown it.
    const visit = { page: await views.of(map), map: '', live: false };
    const policy = { 'frame-ancestors': ['*'] };
    return sendExecutive(reply, { folder, visit, onlyMain: request.query.main !== undefined, policy });
  });
};
