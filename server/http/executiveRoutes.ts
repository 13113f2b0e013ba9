import type { FastifyPluginAsync } from 'fastify';
import type { ExecutiveViews } from '../executiveViews.ts';
import { isMapId } from '../maps.ts';
import { fillExecutive, readExecutiveDocument } from '../page/executiveDocument.ts';
import { policyText } from './contentSecurity.ts';
import { Refused } from './refused.ts';
import type { Who } from './who.ts';

interface OneMap {
  Params: { id: string };
  Querystring: { main?: string };
}

/** `/m/:id/present`: the map as an executive reads it, finished in one answer. */
export const executiveRoutes: FastifyPluginAsync<{
  /** Where the built page lies; null: only the part that changes is served. */
  readonly folder: string | null;
  readonly views: ExecutiveViews;
  readonly who: Who;
}> = async (app, { folder, views, who }) => {
  app.get<OneMap>('/m/:id/present', async (request, reply) => {
    const { id } = request.params;
    // Anything else would stand in the address one is sent to.
    if (!isMapId(id)) return reply.callNotFound();
    try {
      // Not for HEAD: who only looks whether there is something becomes nobody.
      if (request.method === 'GET') await who.enter(request, reply);
      await who.need(request, id, 'viewer');
    } catch (error) {
      // The editor's page says in words why a map cannot be had, and what to do.
      if (error instanceof Refused && request.query.main === undefined) return reply.redirect(`/m/${id}`, 303);
      throw error;
    }
    const page = await views.of(id);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    if (request.query.main !== undefined) return `<main>${page.main}</main>`;
    // Read each time: after a new build the old document asks for files that are gone.
    const document = folder === null ? null : await readExecutiveDocument(folder);
    if (!document) return reply.callNotFound();
    reply.header('content-security-policy', policyText({ 'style-src': ["'self'", document.styleSource] }));
    return fillExecutive(document, { page, map: id, live: true });
  });
};
