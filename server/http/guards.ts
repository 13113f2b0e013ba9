import type { FastifyInstance } from 'fastify';
import { type OriginRules, refuseHost, refuseOrigin } from './origins.ts';
import { Refused } from './refused.ts';

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** What every request must pass before its route sees it. */
export function guard(app: FastifyInstance, rules: OriginRules): void {
  app.addHook('onRequest', async (request) => {
    const { host, origin, 'sec-fetch-site': site } = request.headers;
    const source = { host, origin, fetchSite: typeof site === 'string' ? site : undefined };
    const wrongHost = refuseHost(host, rules);
    if (wrongHost) throw new Refused(421, 'unknown_host', wrongHost);
    if (!changing.has(request.method)) return;
    const reason = refuseOrigin(source, rules);
    if (reason) throw new Refused(403, 'foreign_origin', reason);
  });

  // Only the exact type: lenient reading of this header has let requests past validation before. The framework puts
  // quotation marks around the charset before it compares.
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser<string>(
    /^application\/json(; ?charset="?utf-8"?)?$/i,
    { parseAs: 'string' },
    (_request, body, done) => {
      try {
        done(null, JSON.parse(body, refuseProto));
      } catch {
        done(new Refused(400, 'bad_request', 'The request is not valid JSON.'));
      }
    },
  );
}

function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Error('not allowed');
  return value;
}
