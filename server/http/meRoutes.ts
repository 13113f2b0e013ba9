import type { FastifyPluginAsync } from 'fastify';
import { changeMeBody, type Me } from '../../shared/protocol/access.ts';
import type { AccessControl } from '../access/accessControl.ts';
import type { Present } from '../access/sessions.ts';
import { validate } from './validate.ts';
import { setCookies, type Who } from './who.ts';

/** `/api/me`: who sits at the browser that asks. */
export const meRoutes: FastifyPluginAsync<{ access: AccessControl; who: Who }> = async (app, { access, who }) => {
  app.get('/me', { exposeHeadRoute: false }, async (request, reply) => {
    const present = await who.enter(request, reply);
    const renewed = await access.people.renew(who.senderOf(request), present);
    if (renewed) setCookies(reply, renewed);
    return presentMe(access, present);
  });

  app.patch('/me', async (request, reply) => {
    const body = validate(changeMeBody, request.body);
    await access.people.change(await who.require(request), body);
    return reply.code(204).send();
  });

  app.get('/me/leaving', async (request) => {
    const present = await who.present(request);
    return present ? access.mapsWhenLeaving(present.visitor.id) : [];
  });
};

/** Somebody as `GET /api/me` tells them. */
export async function presentMe(access: AccessControl, present: Present): Promise<Me> {
  const { id, name, color, kind } = present.visitor;
  const formerly = kind === 'account' ? await access.formerly(id) : [];
  const { signUpOpen, openId } = access.settings;
  return {
    id,
    name,
    color,
    kind,
    email: kind === 'account' ? present.email : null,
    named: present.named,
    mayCreateMaps: access.mayCreate(present),
    signUpOpen,
    openId: openId && { name: openId.name },
    ...(formerly.length > 0 && { formerly: [...formerly] }),
  };
}
