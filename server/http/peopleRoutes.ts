import type { FastifyPluginAsync } from 'fastify';
import type { output } from 'zod/mini';
import { addMemberBody, changeMemberBody, type MapPerson, type myRole } from '../../shared/protocol/access.ts';
import type { AccessControl } from '../access/accessControl.ts';
import type { MemberOutcome } from '../access/members.ts';
import { Rate } from '../access/rate.ts';
import { Returns } from '../access/returns.ts';
import { Refused, tooMany } from './refused.ts';
import { validate } from './validate.ts';
import type { Who } from './who.ts';

interface OfMap {
  Params: { id: string };
}
interface OneMember {
  Params: { id: string; personId: string };
}

/** Each of these tells whether an address has an account here. */
const ADDRESSES_PER_MINUTE = 30;

/** Who has a map, and who keeps it. */
export const peopleRoutes: FastifyPluginAsync<{ access: AccessControl; who: Who }> = async (app, { access, who }) => {
  const { members } = access;
  const addresses = new Rate(ADDRESSES_PER_MINUTE);

  const returns = new Returns(access);
  app.addHook('preClose', async () => returns.stop());

  // With `?wait` whoever has no right on the map is answered when they get one, or after a while.
  app.get<OfMap & { Querystring: { wait?: string } }>(
    '/maps/:id/me',
    async (request, reply): Promise<output<typeof myRole>> => {
      const { id } = request.params;
      const present = request.query.wait === undefined ? null : await who.present(request);
      if (present) {
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        await returns.until(id, present.visitor.id, gone.signal);
      }
      const { role } = await who.need(request, id, 'viewer');
      return { role };
    },
  );

  app.get<OfMap>('/maps/:id/people', async (request): Promise<MapPerson[]> => {
    const { id } = request.params;
    const { role } = await who.need(request, id, 'commenter');
    return members.list(id, { withAddresses: role === 'owner' });
  });

  app.post<OfMap>('/maps/:id/members', async (request, reply) => {
    const { id } = request.params;
    const body = validate(addMemberBody, request.body);
    const { visitor } = await who.need(request, id, 'owner');
    if ('person' in body) settle(await members.add(id, body.person, body.role, 'known'));
    else {
      const wait = addresses.take(visitor.id);
      if (wait > 0) throw tooMany(wait);
      const person = await members.accountWith(body.email);
      if (person === null) {
        throw new Refused(
          404,
          'unknown_person',
          'Nobody has an account with this address here. Send them a link instead.',
        );
      }
      settle(await members.add(id, person, body.role, 'address'));
    }
    return reply.code(204).send();
  });

  app.patch<OneMember>('/maps/:id/members/:personId', async (request, reply) => {
    const { id, personId } = request.params;
    const { role } = validate(changeMemberBody, request.body);
    await who.need(request, id, 'owner');
    settle(await members.change(id, personId, role));
    return reply.code(204).send();
  });

  app.delete<OneMember>('/maps/:id/members/:personId', async (request, reply) => {
    const { id, personId } = request.params;
    const present = await who.present(request);
    // Everybody may leave.
    await who.need(request, id, present?.visitor.id === personId ? 'viewer' : 'owner');
    settle(await members.remove(id, personId));
    return reply.code(204).send();
  });
};

function settle(outcome: MemberOutcome): void {
  switch (outcome) {
    case 'done':
      return;
    case 'unknown_person':
      throw new Refused(404, 'unknown_person', 'This person does not have the map.');
    case 'last_owner':
      throw new Refused(409, 'last_owner', 'A map keeps at least one owner. Make somebody else an owner first.');
    case 'too_many':
      throw new Refused(409, 'too_many_members', 'No more people can be added to this map. Send a link instead.');
    default:
      outcome satisfies never;
  }
}
