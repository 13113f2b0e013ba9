import type { FastifyPluginAsync } from 'fastify';
import type { AccessControl } from '../access/accessControl.ts';
import { Rate } from '../access/rate.ts';
import type { ExecutiveViews } from '../executiveViews.ts';
import { fillExecutive, readExecutiveDocument } from '../page/executiveDocument.ts';
import { policyText } from './contentSecurity.ts';
import { Refused, tooMany } from './refused.ts';

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
      if (wait > 0) throw tooMany(wait);
      throw new Refused(404, 'unknown_link', 'This map is not shown here, or not any more.');
    }
    const page = await views.of(map);
    reply.type('text/html; charset=utf-8');
    if (request.query.main !== undefined) return `<main>${page.main}</main>`;
    const document = folder === null ? null : await readExecutiveDocument(folder);
    if (!document) return reply.callNotFound();
    const policy = { 'style-src': ["'self'", document.styleSource], 'frame-ancestors': ['*'] };
    reply.header('content-security-policy', policyText(policy));
    // The id of the map is nobody's business who is only shown it.
    return fillExecutive(document, { page, map: '', live: false });
  });
};
