import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The name of the session's cookie. Behind TLS it has the prefix with which browsers let nobody but this very host
 * set it, and only over TLS.
 */
export const cookieName = (secure: boolean): string => (secure ? '__Host-throughline' : 'throughline');

/** What the browser sent as its session, or null. Where both are there the one that could not be slipped in counts. */
export function sessionCookie(header: string | undefined, { secureOnly }: { secureOnly: boolean }): string | null {
  if (header === undefined) return null;
  const cookies = new Map<string, string>();
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies.get(cookieName(true)) ?? (secureOnly ? null : (cookies.get(cookieName(false)) ?? null));
}

/** The cookie of a session as better-auth sets and reads it. */
export function cookieLine(token: string, { key, secure, seconds }: { key: string; secure: boolean; seconds: number }) {
  const signature = createHmac('sha256', key).update(token).digest('base64');
  const value = encodeURIComponent(`${token}.${signature}`);
  return `${cookieName(secure)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`;
}

/** The cookies without that of a session. */
export const withoutSession = (header: string): string =>
  header
    .split(';')
    .filter((part) => ![cookieName(true), cookieName(false)].includes(part.slice(0, part.indexOf('=')).trim()))
    .join(';');

/** The session's token in a cookie that better-auth signed; null when it did not. */
export function tokenIn(cookie: string, key: string): string | null {
  if (cookie.length > 500) return null;
  let value: string;
  try {
    value = decodeURIComponent(cookie);
  } catch {
    return null;
  }
  const at = value.lastIndexOf('.');
  if (at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1));
  const right = Buffer.from(createHmac('sha256', key).update(token).digest('base64'));
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}
