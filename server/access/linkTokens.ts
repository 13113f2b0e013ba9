import { createHash, createHmac, randomBytes } from 'node:crypto';

/**
 * The secret part of a link's address: 256 bits, made from the link's id and a key that is not in the database. So
 * the owner can copy the address again at any time although only its hash is stored.
 */
export const tokenOf = (link: string, key: string): string =>
  createHmac('sha256', key).update(link).digest('base64url');

/** The secret part of the address under which other pages may show the map: it lets nobody in. */
export const embedTokenOf = (link: string, key: string): string => tokenOf(`${link} embedded`, key);

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Anything else is no token and is not looked up. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

export const newLinkId = (): string => randomBytes(12).toString('base64url');
