import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import {
  changePasswordBody,
  companySignInBody,
  deleteUserBody,
  signInBody,
  signUpBody,
} from '../../shared/protocol/account.ts';
import type { AccessControl } from '../access/accessControl.ts';
import { Guesses } from '../access/guesses.ts';
import { isGuestAddress } from '../access/guests.ts';
import { cookiesOf, type SignedIn } from '../access/people.ts';
import { Rate } from '../access/rate.ts';
import type { Maps } from '../maps.ts';
import { presentMe } from './meRoutes.ts';
import { Refused, tooMany } from './refused.ts';
import { validate } from './validate.ts';
import { setCookies, type Who } from './who.ts';

export interface AuthRouteOptions {
  readonly access: AccessControl;
  readonly who: Who;
  readonly maps: Maps;
  /** Attempts to sign in that went wrong, and accounts made, from one address. */
  readonly signInsPerMinute: number;
}

/** Wrong passwords for one account, from wherever: slower than from one address, since many addresses are cheap. */
const WRONG_FOR_ONE = 30;
const FIVE_MINUTES = 300_000;

/** `/api/auth`: accounts. better-auth does the work; the words, the limits and the bodies are ours. */
export const authRoutes: FastifyPluginAsync<AuthRouteOptions> = async (
  app,
  { access, who, maps, signInsPerMinute },
) => {
  const { people } = access;
  const perAddress = new Rate(signInsPerMinute);
  const perAccount = new Rate(WRONG_FOR_ONE, FIVE_MINUTES);
  const guesses = new Guesses();

  /** The answer to whoever is signed in from now on, by the cookies that go with it. */
  async function welcome(reply: FastifyReply, signedIn: SignedIn) {
    if (signedIn.status === 'refused') throw refusalFor(signedIn.code);
    setCookies(reply, signedIn);
    const present = await access.sessions.find(cookiesOf(signedIn.cookies));
    if (!present) throw new Error('nobody is signed in after signing in');
    return presentMe(access, present);
  }

  app.post('/sign-up/email', async (request, reply) => {
    const body = validate(signUpBody, request.body);
    if (!access.settings.signUpOpen) throw new Refused(403, 'sign_up_closed', 'This server makes no new accounts.');
    // As one that is taken: which guests there are is nobody's business.
    if (isGuestAddress(body.email)) throw refusalFor('USER_ALREADY_EXISTS');
    const wait = perAddress.take(request.ip);
    if (wait > 0) throw tooMany(wait);
    return welcome(reply, await people.signUp(who.senderOf(request), body));
  });

  app.post('/sign-in/email', async (request, reply) => {
    const body = validate(signInBody, request.body);
    const signedIn = await guesses.attempt(
      [
        [perAddress, request.ip],
        [perAccount, body.email.toLowerCase()],
      ],
      () => people.signIn(who.senderOf(request), body),
      ({ status }) => status === 'done',
    );
    return welcome(reply, signedIn);
  });

  app.post('/sign-out', async (request, reply) => {
    setCookies(reply, await people.signOut(who.senderOf(request)));
    return reply.code(204).send();
  });

  app.post('/revoke-sessions', async (request, reply) => {
    const { visitor } = await who.require(request);
    await people.endSessions(visitor.id, null);
    setCookies(reply, await people.signOut(who.senderOf(request)));
    return reply.code(204).send();
  });

  app.post('/revoke-other-sessions', async (request, reply) => {
    const { visitor } = await who.require(request);
    await people.endSessions(visitor.id, visitor.session);
    return reply.code(204).send();
  });

  app.get('/list-accounts', async (request) => {
    const { visitor } = await who.require(request);
    return (await people.waysIn(visitor.id)).map((providerId) => ({ providerId }));
  });

  app.post('/change-password', async (request, reply) => {
    const { currentPassword, newPassword, revokeOtherSessions } = validate(changePasswordBody, request.body);
    const { visitor } = await who.require(request);
    const changed = await guesses.attempt(
      [[perAccount, visitor.id]],
      () => people.changePassword(visitor.id, currentPassword, newPassword),
      ({ status }) => status === 'done',
    );
    if (changed.status === 'refused') throw refusalFor(changed.code);
    if (revokeOtherSessions) await people.endSessions(visitor.id, visitor.session);
    return reply.code(204).send();
  });

  app.post('/delete-user', async (request, reply) => {
    const { password } = validate(deleteUserBody, request.body ?? {});
    const { visitor } = await who.require(request);
    const known = await guesses.attempt(
      [[perAccount, visitor.id]],
      () => people.knowsPassword(visitor.id, password),
      (right) => right,
    );
    if (!known) throw refusalFor('INVALID_PASSWORD');
    const left = await access.mapsWhenLeaving(visitor.id);
    for (const { id, became } of left) if (became === 'trash') await maps.moveToTrash(id);
    await people.remove(visitor.id);
    setCookies(reply, await people.signOut(who.senderOf(request)));
    return { maps: left };
  });

  app.post('/sign-in/social', async (request, reply) => {
    const { callbackURL, errorCallbackURL } = validate(companySignInBody, request.body);
    if (!access.settings.openId) throw new Refused(404, 'unknown_sign_in', 'There is no such sign-in.');
    const wait = perAddress.take(request.ip);
    if (wait > 0) throw tooMany(wait);
    const { cookie, secure } = who.senderOf(request);
    const begun = await people.companySignIn(secure, { callbackURL, errorCallbackURL }, cookie).catch(() => null);
    if (!begun?.url) {
      throw new Refused(
        503,
        'sign_in_unavailable',
        "The company's sign-in cannot be reached at present. Try again later.",
      );
    }
    setCookies(reply, begun);
    return { url: begun.url };
  });

  app.get('/callback/company', async (request, reply) => {
    if (!access.settings.openId) throw new Refused(404, 'not_found', 'There is nothing at this address.');
    const origin = who.originOf(request);
    const answered = await people.companyCallback(who.senderOf(request), `${origin}${request.raw.url ?? '/'}`);
    setCookies(reply, answered);
    return reply.redirect(ownAddress(answered.location, origin), 303);
  });
};

/** Where a sign-in leads is one of our pages, whatever anybody managed to have stored for it. */
function ownAddress(location: string | null, origin: string): string {
  const failed = '/sign-in?failed';
  if (location === null || !URL.canParse(location, origin)) return failed;
  const to = new URL(location, origin);
  // better-auth's own page of errors does not exist here.
  return to.origin !== origin || to.pathname.startsWith('/api/') ? failed : `${to.pathname}${to.search}`;
}

/** better-auth's words for why, in ours. */
function refusalFor(code: string): Refused {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return new Refused(401, 'wrong_email_or_password', 'The address or the password is not right.');
    case 'INVALID_PASSWORD':
      return new Refused(403, 'wrong_password', 'The password is not right.');
    case 'USER_ALREADY_EXISTS':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
    case 'FAILED_TO_CREATE_USER':
      return new Refused(422, 'address_taken', 'No account can be made with this address. If it is yours, sign in.');
    case 'EMAIL_PASSWORD_SIGN_UP_DISABLED':
      return new Refused(403, 'sign_up_closed', 'This server makes no new accounts.');
    default:
      return new Refused(400, 'bad_request', 'The request could not be understood.');
  }
}
