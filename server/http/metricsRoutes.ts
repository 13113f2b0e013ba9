import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';
import { Refused } from './refused.ts';

export interface MetricsAccess {
  /** Whoever names it may read the figures, from anywhere. */
  readonly token: string | null;
  /** Whether people reach the server through a proxy: then everybody seems to come from this machine. */
  readonly behindProxy: boolean;
}

/**
 * `/metrics` in Prometheus' form. With a token: for who brings it. Without: for programs on this very machine, as
 * long as nobody else can look like one. To everybody else there is nothing at this address.
 */
export const metricsRoutes: FastifyPluginAsync<{ metrics: Metrics; access: MetricsAccess }> = async (app, options) => {
  const { metrics, access } = options;
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, access)) throw new Refused(404, 'not_found', 'There is nothing at this address.');
    reply.header('cache-control', 'no-store').type(metrics.contentType);
    return metrics.text();
  });
};

function mayRead({ headers, socket }: FastifyRequest, { token, behindProxy }: MetricsAccess): boolean {
  if (token !== null) return sameText(headers.authorization ?? '', `Bearer ${token}`);
  const forwarded = headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-real-ip'] ?? headers.via;
  return !behindProxy && forwarded === undefined && isThisMachine(socket.remoteAddress ?? '');
}

const isThisMachine = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

/** Takes as long for a near miss as for a far one. */
const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Times every answer, and puts a line into the log at `debug`: by the route as it was declared, which holds no id. */
export function measureAnswers(app: FastifyInstance, metrics: Pick<Metrics, 'answered'>): void {
  app.addHook('onResponse', async ({ method, routeOptions, log }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url ?? 'none';
    metrics.answered({ method, route, status: statusCode, milliseconds: elapsedTime });
    log.debug({ method, route, status: statusCode, ms: Math.round(elapsedTime) }, 'answered');
  });
}
