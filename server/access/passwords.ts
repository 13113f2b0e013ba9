import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { Gate } from './gate.ts';

/** Each takes some 30 MB and a thread for a tenth of a second: that is the point of it, and a way to attack. */
const gate = new Gate(2, 100);

/** The salted hash of a password, by scrypt in a thread of its own. Throws `GateFull`. */
export const hashed = (password: string): Promise<string> => gate.pass(() => hashPassword(password));

/** Whether a password is the one that was hashed. Throws `GateFull`. */
export const isRight = (password: string, hash: string): Promise<boolean> =>
  gate.pass(() => verifyPassword({ hash, password }));
