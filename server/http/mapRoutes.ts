import type { FastifyPluginAsync } from 'fastify';
import { findGaps } from '../../shared/gaps/findGaps.ts';
import { presentGaps } from '../../shared/gaps/presentGaps.ts';
import { isoToday } from '../../shared/model/day.ts';
import { snapshotOf } from '../../shared/model/snapshotOf.ts';
import { createMapBody, type MapEntry, renameMapBody } from '../../shared/protocol/http.ts';
import { isMapId, type Maps } from '../maps.ts';
import type { StoredMap } from '../storage/storage.ts';
import { unknownMap } from './refused.ts';
import { validate } from './validate.ts';

interface OneMap {
  Params: { id: string };
}

/** `/api/maps`: the maps that are not in the trash. */
export const mapRoutes: FastifyPluginAsync<{ maps: Maps }> = async (app, { maps }) => {
  app.get('/maps', async () => (await maps.list('live')).map(presentEntry));

  app.post('/maps', async (request, reply) => {
    const body = validate(createMapBody, request.body);
    return reply.code(201).send({ id: await maps.create(body) });
  });

  app.get<OneMap>('/maps/:id', (request) => maps.read(knownId(request.params.id)));

  app.get<OneMap>('/maps/:id/gaps', async (request) => {
    const map = snapshotOf(await maps.read(knownId(request.params.id)));
    return presentGaps(map, findGaps(map, isoToday(new Date())));
  });

  app.patch<OneMap>('/maps/:id', async (request, reply) => {
    const { title } = validate(renameMapBody, request.body);
    await maps.rename(knownId(request.params.id), title);
    return reply.code(204).send();
  });

  app.delete<OneMap>('/maps/:id', async (request, reply) => {
    if (!(await maps.moveToTrash(knownId(request.params.id)))) throw unknownMap();
    return reply.code(204).send();
  });

  app.post<OneMap>('/maps/:id/restore', async (request, reply) => {
    if (!(await maps.restore(knownId(request.params.id)))) throw unknownMap();
    return reply.code(204).send();
  });
};

/** `/api/trash`: the only place from which a map can be destroyed. */
export const trashRoutes: FastifyPluginAsync<{ maps: Maps }> = async (app, { maps }) => {
  app.get('/trash', async () => (await maps.list('trash')).map(presentEntry));

  app.delete<OneMap>('/trash/:id', async (request, reply) => {
    if (!(await maps.destroy(knownId(request.params.id)))) throw unknownMap();
    return reply.code(204).send();
  });
};

function knownId(id: string): string {
  if (!isMapId(id)) throw unknownMap();
  return id;
}

const presentEntry = ({ id, title, state, counts, createdAt, updatedAt, deletedAt }: StoredMap): MapEntry => ({
  id,
  title,
  state,
  counts,
  createdAt: new Date(createdAt).toISOString(),
  updatedAt: new Date(updatedAt).toISOString(),
  deletedAt: deletedAt === null ? null : new Date(deletedAt).toISOString(),
  role: 'owner',
  owner: null,
});
