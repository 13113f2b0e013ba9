import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/**
 * Which machines may say for whom they ask and how they were reached: the nearest `proxies` ones, or those at these
 * addresses. What anybody else says of that is not believed.
 */
export const trusted = (
  proxies: number | string | null,
): false | string[] | ((address: string, hop: number) => boolean) => {
  if (proxies === null) return false;
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies.split(',').map((address) => address.trim());
};

/** Who is behind a request, as far as trusted proxies say so; for sockets, which Fastify does not see. */
export function addressBehind(proxies: number | string | null): (request: IncomingMessage) => string {
  const trust = trusted(proxies);
  if (trust === false) return ({ socket }) => socket.remoteAddress ?? '';
  const compiled = Array.isArray(trust) ? proxyAddr.compile(trust) : trust;
  return (request) => proxyAddr(request, compiled);
}
