import { betterAuth } from 'better-auth';
import { anonymous } from 'better-auth/plugins/anonymous';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Kysely } from 'kysely';
import { PASSWORD_LIMIT } from '../../shared/protocol/access.ts';
import { PASSWORD_MINIMUM } from '../../shared/protocol/account.ts';
import type { Tables } from '../storage/tables.ts';
import { cookieName } from './cookies.ts';
import { anyColor, guestName } from './guests.ts';
import { hashed, isRight } from './passwords.ts';

/** The company's own sign-in, by OpenID Connect. */
export interface OpenId {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly name: string;
}

/** By what the page and the address of the callback call the company's sign-in. */
export const COMPANY = 'company';

export interface AuthOptions {
  readonly db: Kysely<Tables>;
  readonly key: string;
  readonly publicOrigin: string | null;
  readonly sessionSeconds: number;
  readonly signUpOpen: boolean;
  readonly openId: OpenId | null;
  /** A session was made that ends then, unless it is used. */
  readonly onSessionStart: (end: Date) => void;
  /** A session is no longer there. */
  readonly onSessionEnd: (session: string) => void;
  /** A guest has become an account, new or old, and has its session by now. */
  readonly onGuestGone: (guest: SessionOf, account: SessionOf) => Promise<void>;
  readonly note: (text: string) => void;
}

export interface SessionOf {
  readonly person: string;
  readonly session: string;
}

/**
 * better-auth on our tables. It makes sessions, checks passwords and talks to the company's sign-in; who asks what,
 * how often and from where has been checked before, in `http/`.
 */
export const makeAuth = (options: AuthOptions, { secure, openId }: { secure: boolean; openId: OpenId | null }) => {
  const { db, key, publicOrigin, sessionSeconds, note } = options;
  return betterAuth({
    appName: 'Throughline',
    // Never guessed from a request. Only the company's sign-in uses it, and that asks for a public origin.
    baseURL: publicOrigin ?? 'http://localhost',
    basePath: '/api/auth',
    secret: key,
    // Not `transaction`: SQLite has one connection here, and nobody's edits should wait while a password is hashed.
    database: { db, type: 'sqlite', transaction: false },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      // Its other sentences hold addresses of people; these are for whoever set the company's sign-in up.
      log: (_level, message) => {
        if (/^(Discovery fetch failed|Provider ")/.test(message)) note(message.slice(0, 300));
      },
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookieName(secure),
      cookies: { session_token: { name: cookieName(secure) } },
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      // Our guards have checked the origin of each request; programs may leave it out. Addresses to return to are checked here too.
      disableCSRFCheck: true,
      disableOriginCheck: false,
      // Our migrations make the tables; a test compares them with what is expected here.
      database: { validateSchema: false },
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        color: { type: 'string', required: true, input: false, defaultValue: anyColor },
        named: { type: 'boolean', required: true, input: false, defaultValue: true },
      },
    },
    session: {
      expiresIn: sessionSeconds,
      updateAge: Math.min(7 * 86_400, sessionSeconds / 4),
      fields: {
        userId: 'person',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      fields: {
        userId: 'person',
        providerId: 'provider',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
      // Nobody here can prove that an address is theirs, so an account with a password is never taken over by one
      // from the company that has the same address, nor the other way round.
      accountLinking: { enabled: false },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: !options.signUpOpen,
      minPasswordLength: PASSWORD_MINIMUM,
      maxPasswordLength: PASSWORD_LIMIT,
      password: { hash: hashed, verify: ({ hash, password }) => isRight(password, hash) },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, named: !('isAnonymous' in user && user.isAnonymous) } }),
        },
      },
      account: {
        create: {
          // They open doors elsewhere and nothing here needs them.
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
      session: {
        create: { after: async ({ expiresAt }) => options.onSessionStart(expiresAt) },
        delete: { after: async ({ id }) => options.onSessionEnd(id) },
      },
    },
    plugins: [
      anonymous({
        generateName: guestName,
        // `onGuestGone` decides what becomes of the guest.
        disableDeleteAnonymousUser: true,
        schema: { user: { fields: { isAnonymous: 'is_anonymous' } } },
        onLinkAccount: ({ anonymousUser, newUser }) =>
          options.onGuestGone(
            { person: anonymousUser.user.id, session: anonymousUser.session.id },
            { person: newUser.user.id, session: newUser.session.id },
          ),
      }),
      ...(openId ? [genericOAuth({ config: [providerOf(openId)] })] : []),
    ],
  });
};

export type Auth = ReturnType<typeof makeAuth>;

const providerOf = ({ issuer, clientId, clientSecret, name }: OpenId) => ({
  providerId: COMPANY,
  name,
  discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  scopes: ['openid', 'email', 'profile'],
  requireIdTokenVerification: true,
  disableProviderLogout: true,
});
