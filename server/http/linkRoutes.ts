import type { FastifyPluginAsync } from 'fastify';
import { changeLinkBody, createLinkBody } from '../../shared/protocol/access.ts';
import type { AccessControl } from '../access/accessControl.ts';
import { LINKS_OF_A_MAP } from '../access/links.ts';
import { Refused } from './refused.ts';
import { validate } from './validate.ts';
import type { Who } from './who.ts';

interface OfMap {
  Params: { id: string };
}
interface OneLink {
  Params: { id: string; linkId: string };
}

const unknownLink = () => new Refused(404, 'unknown_link', 'There is no such link.');

/** `/api/maps/:id/links`: for owners. */
export const linkRoutes: FastifyPluginAsync<{ access: AccessControl; who: Who }> = async (app, { access, who }) => {
  const { links } = access;

  app.get<OfMap>('/maps/:id/links', async (request) => {
    const { id } = request.params;
    await who.need(request, id, 'owner');
    const origin = who.originOf(request);
    return links.list(id, (token, page) => `${origin}/${page}/${token}`);
  });

  app.post<OfMap>('/maps/:id/links', async (request, reply) => {
    const { id } = request.params;
    const body = validate(createLinkBody, request.body);
    refusePast(body.expiresAt);
    const { visitor } = await who.need(request, id, 'owner');
    const link = await links.create(id, visitor.id, body);
    if (link === null) {
      throw new Refused(409, 'too_many_links', `A map has at most ${LINKS_OF_A_MAP} links. Delete one first.`);
    }
    return reply.code(201).send({ id: link, url: `${who.originOf(request)}/join/${links.tokenFor(link)}` });
  });

  app.patch<OneLink>('/maps/:id/links/:linkId', async (request, reply) => {
    const { id, linkId } = request.params;
    const body = validate(changeLinkBody, request.body);
    refusePast(body.expiresAt);
    await who.need(request, id, 'owner');
    if (!(await links.change(id, linkId, body))) throw unknownLink();
    return reply.code(204).send();
  });

  app.delete<OneLink>('/maps/:id/links/:linkId', async (request, reply) => {
    const { id, linkId } = request.params;
    await who.need(request, id, 'owner');
    if (!(await links.remove(id, linkId))) throw unknownLink();
    return reply.code(204).send();
  });
};

function refusePast(expiresAt: string | null | undefined): void {
  if (expiresAt && Date.parse(expiresAt) <= Date.now()) {
    throw new Refused(400, 'bad_request', 'The end of a link lies in the future.');
  }
}
