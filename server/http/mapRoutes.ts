import type { FastifyPluginAsync } from 'fastify';
import { copyMapBody, createMapBody, type MapEntry, renameMapBody } from '../../shared/protocol/http.ts';
import type { AccessControl } from '../access/accessControl.ts';
import type { ListedMap } from '../access/mapLists.ts';
import type { Maps } from '../maps.ts';
import { accountNeeded, unknownMap } from './refused.ts';
import { validate } from './validate.ts';
import type { Who } from './who.ts';

interface OneMap {
  Params: { id: string };
}

export interface MapRouteOptions {
  readonly maps: Maps;
  readonly access: AccessControl;
  readonly who: Who;
}

/** `/api/maps`: the maps that are not in the trash. */
export const mapRoutes: FastifyPluginAsync<MapRouteOptions> = async (app, { maps, access, who }) => {
  app.get('/maps', async (request) => {
    const present = await who.present(request);
    return present ? (await access.listMaps(present.visitor.id, 'live')).map(presentEntry) : [];
  });

  app.post('/maps', async (request, reply) => {
    const body = validate(createMapBody, request.body);
    const present = await who.enter(request, reply);
    if (!access.mayCreate(present)) throw accountNeeded();
    return reply.code(201).send({ id: await maps.create(body, present.visitor.id) });
  });

  app.post<OneMap>('/maps/:id/copy', async (request, reply) => {
    const { id } = request.params;
    const body = validate(copyMapBody, request.body ?? {});
    const present = await who.need(request, id, 'viewer');
    if (!access.mayCreate(present)) throw accountNeeded();
    return reply.code(201).send({ id: await maps.copy(id, body, present.visitor.id) });
  });

  app.get<OneMap>('/maps/:id', async (request) => {
    const { id } = request.params;
    await who.need(request, id, 'viewer');
    return maps.read(id);
  });

  app.get<OneMap>('/maps/:id/gaps', async (request, reply) => {
    const { id } = request.params;
    await who.need(request, id, 'viewer');
    const bytes = await maps.gaps(id);
    return reply
      .type('application/json; charset=utf-8')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });

  app.get<OneMap>('/maps/:id/picture', async (request) => {
    const { id } = request.params;
    await who.need(request, id, 'viewer');
    const picture = await maps.picture(id);
    if (!picture) throw unknownMap();
    return picture;
  });

  app.patch<OneMap>('/maps/:id', async (request, reply) => {
    const { id } = request.params;
    const { title } = validate(renameMapBody, request.body);
    await who.need(request, id, 'editor');
    await maps.rename(id, title);
    return reply.code(204).send();
  });

  app.delete<OneMap>('/maps/:id', async (request, reply) => {
    const { id } = request.params;
    await who.need(request, id, 'owner');
    if (!(await maps.moveToTrash(id))) throw unknownMap();
    return reply.code(204).send();
  });

  app.post<OneMap>('/maps/:id/restore', async (request, reply) => {
    const { id } = request.params;
    await who.needInTrash(request, id);
    if (!(await maps.restore(id))) throw unknownMap();
    return reply.code(204).send();
  });
};

/** `/api/trash`: the only place from which a map can be destroyed. */
export const trashRoutes: FastifyPluginAsync<MapRouteOptions> = async (app, { maps, access, who }) => {
  app.get('/trash', async (request) => {
    const present = await who.present(request);
    return present ? (await access.listMaps(present.visitor.id, 'trash')).map(presentEntry) : [];
  });

  app.delete<OneMap>('/trash/:id', async (request, reply) => {
    const { id } = request.params;
    await who.needInTrash(request, id);
    if (!(await maps.destroy(id))) throw unknownMap();
    return reply.code(204).send();
  });
};

const presentEntry = (map: ListedMap): MapEntry => ({
  id: map.id,
  title: map.title,
  state: map.state,
  template: map.template,
  counts: map.counts,
  createdAt: new Date(map.createdAt).toISOString(),
  updatedAt: new Date(map.updatedAt).toISOString(),
  deletedAt: map.deletedAt === null ? null : new Date(map.deletedAt).toISOString(),
  role: map.role,
  owner: map.owner,
});
