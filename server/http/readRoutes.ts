import type { FastifyPluginAsync } from 'fastify';
import { changeReadMarksBody } from '../../shared/protocol/talk.ts';
import type { ReadMarksStore } from '../readMarks.ts';
import { validate } from './validate.ts';
import type { Who } from './who.ts';

interface OfMap {
  Params: { id: string };
}

/** `/api/maps/:id/read`: how far one has read the discussion of a map oneself; nobody else is told. */
export const readRoutes: FastifyPluginAsync<{ who: Who; readMarks: ReadMarksStore }> = async (
  app,
  { who, readMarks },
) => {
  app.get<OfMap>('/maps/:id/read', async (request) => {
    const { id } = request.params;
    const { visitor } = await who.need(request, id, 'viewer');
    return readMarks.of(id, visitor.id);
  });

  app.put<OfMap>('/maps/:id/read', async (request, reply) => {
    const { id } = request.params;
    const body = validate(changeReadMarksBody, request.body);
    const { visitor } = await who.need(request, id, 'viewer');
    await readMarks.advance(id, visitor.id, body);
    return reply.code(204).send();
  });
};
