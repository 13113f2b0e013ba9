import type { FastifyPluginAsync } from 'fastify';
import type { ExecutiveViews } from '../executiveViews.ts';
import { isMapId } from '../maps.ts';
import { Refused } from './refused.ts';
import { sendExecutive } from './sendExecutive.ts';
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
    const visit = { page: await views.of(id), map: id, live: true };
    return sendExecutive(reply, { folder, visit, onlyMain: request.query.main !== undefined });
  });
};
