import * as z from 'zod/mini';
import { type Me, me } from '../../shared/protocol/access.ts';
import { mapsWhenLeaving } from '../../shared/protocol/account.ts';
import { type Answer, request } from './request.ts';

/** Accounts. Loaded by the pages about accounts alone. */

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Answers who one is from now on. */
export const signIn = (body: Credentials): Promise<Answer<Me>> =>
  request({ method: 'POST', path: '/api/auth/sign-in/email', body, answer: me });

export const signUp = (body: Credentials & { readonly name: string }): Promise<Answer<Me>> =>
  request({ method: 'POST', path: '/api/auth/sign-up/email', body, answer: me });

export const signOut = (): Promise<Answer<undefined>> => post('sign-out', {});

/** Ends every session of this account, this one included. */
export const signOutEverywhere = (): Promise<Answer<undefined>> => post('revoke-sessions', {});

/** Ends the other sessions too: who changes a password may have lost it to somebody. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<Answer<undefined>> =>
  post('change-password', { currentPassword, newPassword, revokeOtherSessions: true });

/** Whether the account has a password here, or is the company's alone. */
export async function hasPassword(): Promise<Answer<boolean>> {
  const answer = await request({
    method: 'GET',
    path: '/api/auth/list-accounts',
    answer: z.array(z.object({ providerId: z.string() })),
  });
  if (answer.status === 'failed') return answer;
  return { status: 'done', value: answer.value.some(({ providerId }) => providerId === 'credential') };
}

/** The address of the company's sign-in. It leads back to `next`, or to `failed` when nothing came of it. */
export const companySignIn = (next: string, failed: string): Promise<Answer<{ url: string }>> =>
  request({
    method: 'POST',
    path: '/api/auth/sign-in/social',
    body: { provider: 'company', callbackURL: next, errorCallbackURL: failed },
    answer: z.object({ url: z.string() }),
  });

/** A map of an account, and what becomes of it when that is deleted: the trash, or its other owners. */
export type LeftMap = z.infer<typeof mapsWhenLeaving>[number];

export const askLeaving = (): Promise<Answer<LeftMap[]>> =>
  request({ method: 'GET', path: '/api/me/leaving', answer: mapsWhenLeaving });

/** `password` where the account has one. */
export const deleteAccount = (password: string | null): Promise<Answer<undefined>> =>
  post('delete-user', password === null ? {} : { password });

const post = (path: string, body: object): Promise<Answer<undefined>> =>
  request({ method: 'POST', path: `/api/auth/${path}`, body });
