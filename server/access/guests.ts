import { randomInt } from 'node:crypto';
import { generateId } from 'better-auth';
import type { CompiledQuery, Kysely } from 'kysely';
import { PERSON_COLORS } from '../../shared/protocol/personColors.ts';
import type { Tables } from '../storage/tables.ts';
import type { Present } from './sessions.ts';

/** What guests are called until they choose a name, and what tells them apart on a map. */
export const guestName = (): string => `Guest ${randomInt(1, 1_000)}`;

/** One of the colours of people, for somebody who has not chosen one. */
export const anyColor = (): string => PERSON_COLORS[randomInt(PERSON_COLORS.length)] ?? PERSON_COLORS[0];

/** Where guests have their addresses, which nobody reads: there is no such place on the net. */
const NOWHERE = 'guests.invalid';

/** Whether an address could be a guest's: no account is made with one. */
export const isGuestAddress = (email: string): boolean => email.trim().toLowerCase().endsWith(`@${NOWHERE}`);

export interface NewGuest {
  readonly token: string;
  readonly present: Present;
  readonly queries: readonly CompiledQuery[];
}

/**
 * A guest as better-auth's anonymous plugin makes them, in the same tables. Made here so that a room full of people
 * who open a link at once are a few commits and not hundreds, for which everybody's edits would wait.
 */
export function newGuest(db: Kysely<Tables>, sessionSeconds: number, now = Date.now()): NewGuest {
  const at = new Date(now).toISOString();
  const [id, session, token] = [generateId(), generateId(), generateId(32)];
  const expiresAt = now + sessionSeconds * 1000;
  const person = { id, name: guestName(), color: anyColor(), email: `${id.toLowerCase()}@${NOWHERE}` };
  const times = { created_at: at, updated_at: at };
  const kind = { email_verified: 0, is_anonymous: 1, named: 0 };
  const ends = { expires_at: new Date(expiresAt).toISOString(), ip_address: '', user_agent: '' };
  const { name, color, email } = person;
  return {
    token,
    present: {
      visitor: { id, name, color, kind: 'guest', session },
      email,
      named: false,
      expiresAt,
      renewedAt: now,
    },
    queries: [
      db
        .insertInto('person')
        .values({ ...person, ...kind, ...times })
        .compile(),
      db
        .insertInto('session')
        .values({ id: session, token, person: id, ...ends, ...times })
        .compile(),
    ],
  };
}
