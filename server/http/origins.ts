import { isIP } from 'node:net';

/** The parts of a request that say where it comes from. */
export interface RequestSource {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

export interface OriginRules {
  /** `https://maps.example.com`, or null: the name people used is the server's own, within limits. */
  readonly publicOrigin: string | null;
}

/**
 * Why a request must not change anything (or open a document), or null. Browsers always say where such a request
 * comes from; programs that are no browsers may leave it out.
 */
export function refuseOrigin({ host, origin, fetchSite }: RequestSource, rules: OriginRules): string | null {
  const wrongHost = refuseHost(host, rules);
  if (wrongHost) return wrongHost;
  if (origin === undefined) {
    const own = fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
    return own ? null : 'Requests from other sites are refused.';
  }
  const expected = rules.publicOrigin;
  const same = expected === null ? hostOf(origin) === host?.toLowerCase() : origin === expected;
  return same ? null : 'Requests from other sites are refused.';
}

/**
 * A stranger's domain can be made to point to this machine, and then a page of that domain counts as our own site.
 * So besides the name in PUBLIC_ORIGIN only names are served that nobody can register: addresses and names of a local
 * network, which is also what a proxy in front of the server calls it.
 */
export function refuseHost(host: string | undefined, { publicOrigin }: OriginRules): string | null {
  if (host === undefined) return null;
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (isLocal(name) || (publicOrigin !== null && name === new URL(publicOrigin).hostname)) return null;
  const shown = name.slice(0, 100);
  return publicOrigin === null
    ? `This server does not know the name ${shown}. Start it with PUBLIC_ORIGIN=https://${shown} to serve it under that name.`
    : `This server does not know the name ${shown}. It is served under ${publicOrigin}, as PUBLIC_ORIGIN says.`;
}

const isLocal = (name: string): boolean =>
  isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
  !name.includes('.') ||
  /\.(localhost|local|lan|internal|home\.arpa)$/.test(name);

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host.toLowerCase() : null);
