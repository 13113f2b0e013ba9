import * as z from 'zod/mini';
import { PASSWORD_LIMIT, personName } from './access.ts';

/** The bodies of `/api/auth/...`: accounts by address and password, and the company's own sign-in. */

export const PASSWORD_MINIMUM = 8;

const ADDRESS_LIMIT = 254;
const email = z
  .string()
  .check(
    z.trim(),
    z.maxLength(ADDRESS_LIMIT, 'This address is too long.'),
    z.email('An address looks like ada@example.com.'),
  );
const newPassword = z
  .string()
  .check(
    z.minLength(PASSWORD_MINIMUM, `A password has at least ${PASSWORD_MINIMUM} characters.`),
    z.maxLength(PASSWORD_LIMIT, `A password has at most ${PASSWORD_LIMIT} characters.`),
  );
/** One that is compared: what is wrong with its length is nobody's business. */
const password = z.string().check(z.maxLength(PASSWORD_LIMIT, 'This password is too long.'));

/** `POST /api/auth/sign-up/email` -> 200 with the body of `GET /api/me`. */
export const signUpBody = z.strictObject({ name: personName, email, password: newPassword });

/** `POST /api/auth/sign-in/email` -> 200 with the body of `GET /api/me`. */
export const signInBody = z.strictObject({ email, password });

/** `POST /api/auth/change-password` -> 204. */
export const changePasswordBody = z.strictObject({
  currentPassword: password,
  newPassword,
  revokeOtherSessions: z.optional(z.boolean()),
});

/** An address on this very server. Anything a browser might take for another one is refused. */
const ownPath = z
  .string()
  .check(z.maxLength(1_000), z.regex(/^\/(?![/\\])[^\\\s\p{Cc}]*$/u, 'Only pages of this server can follow.'));

/** `POST /api/auth/sign-in/social` -> 200 `{url}`: where the browser goes to sign in with the company. */
export const companySignInBody = z.strictObject({
  provider: z.literal('company', 'There is no such sign-in.'),
  callbackURL: ownPath,
  errorCallbackURL: ownPath,
});

/** `POST /api/auth/delete-user`: with the password where there is one -> 200 `{maps}`. */
export const deleteUserBody = z.strictObject({ password: z.optional(password) });

/** `GET /api/me/leaving`: the maps somebody owns, and what becomes of each when they delete their account. */
export const mapsWhenLeaving = z.array(
  z.object({ id: z.string(), title: z.string(), became: z.enum(['others', 'trash']) }),
);
