import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Health } from '../../shared/protocol/http.ts';
import type { AccessControl } from '../access/accessControl.ts';
import type { ExecutiveViews } from '../executiveViews.ts';
import type { Maps } from '../maps.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { ReadMarksStore } from '../readMarks.ts';
import { authRoutes } from './authRoutes.ts';
import { contentSecurityPolicy } from './contentSecurity.ts';
import { embedRoutes } from './embedRoutes.ts';
import { answerUnreadable, handleErrors } from './errors.ts';
import { executiveRoutes } from './executiveRoutes.ts';
import { exportRoutes } from './exportRoutes.ts';
import { guard } from './guards.ts';
import { healthRoutes } from './healthRoutes.ts';
import { importRoutes } from './importRoutes.ts';
import { joinRoutes } from './joinRoutes.ts';
import { linkRoutes } from './linkRoutes.ts';
import { mapRoutes, trashRoutes } from './mapRoutes.ts';
import { meRoutes } from './meRoutes.ts';
import { type MetricsAccess, measureAnswers, metricsRoutes } from './metricsRoutes.ts';
import type { OriginRules } from './origins.ts';
import { pageRoutes, sendPage } from './pageRoutes.ts';
import { peopleRoutes } from './peopleRoutes.ts';
import { trusted } from './proxies.ts';
import { readRoutes } from './readRoutes.ts';
import { Refused } from './refused.ts';
import { Who } from './who.ts';

export interface AppOptions {
  readonly maps: Maps;
  readonly executive: ExecutiveViews;
  readonly access: AccessControl;
  readonly health: () => Health;
  readonly origins: OriginRules;
  /** Where the built page lies; null serves the interface alone. */
  readonly pageFolder: string | null;
  readonly requestsPerMinute: number;
  readonly guestsPerMinute: number;
  readonly signInsPerMinute: number;
  readonly trustProxy: number | string | null;
  readonly logger: FastifyBaseLogger;
  readonly metrics: Metrics;
  readonly metricsAccess: MetricsAccess;
}

const JSON_LIMIT = 64 * 1024;

/** The HTTP side of the server, ready to listen. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_LIMIT,
    // Whoever sends a request byte by byte holds a connection no longer than this.
    requestTimeout: 10_000,
    http: { headersTimeout: 8_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: answerUnreadable,
    forceCloseConnections: true,
    trustProxy: trusted(options.trustProxy),
  });
  handleErrors(app);
  measureAnswers(app, options.metrics);

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      // Helmet takes lists it may change.
      directives: Object.fromEntries(Object.entries(contentSecurityPolicy).map(([name, from]) => [name, [...from]])),
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Said below, only behind TLS: promised over plain HTTP it would lock people out.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
  });
  const { access, maps } = options;
  const who = new Who({ access, publicOrigin: options.origins.publicOrigin, guestsPerMinute: options.guestsPerMinute });
  app.addHook('onRequest', async (request, reply) => {
    if (who.isSecure(request)) reply.header('strict-transport-security', 'max-age=15552000');
  });
  guard(app, options.origins);
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refused(429, 'too_many_requests', `Too many requests. Try again in ${Math.ceil(ttl / 1000)} seconds.`),
  });
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'] });

  await app.register(
    async (api) => {
      api.addHook('onRequest', async (_request, reply) => {
        reply.header('cache-control', 'no-store');
      });
      await api.register(healthRoutes, { health: options.health });
      await api.register(mapRoutes, { maps, access, who });
      await api.register(exportRoutes, { maps, who });
      await api.register(importRoutes, { maps, access, who });
      await api.register(trashRoutes, { maps, access, who });
      await api.register(meRoutes, { access, who });
      await api.register(linkRoutes, { access, who });
      await api.register(peopleRoutes, { access, who });
      await api.register(readRoutes, { who, readMarks: new ReadMarksStore(access.settings.db) });
      await api.register(authRoutes, {
        access,
        who,
        maps,
        signInsPerMinute: options.signInsPerMinute,
        prefix: '/auth',
      });
    },
    { prefix: '/api' },
  );
  await app.register(metricsRoutes, { metrics: options.metrics, access: options.metricsAccess });
  const folder = options.pageFolder;
  await app.register(joinRoutes, {
    access,
    who,
    sendPage: folder === null ? null : (reply, status) => sendPage(folder, reply, status),
  });
  if (folder !== null) await app.register(pageRoutes, { folder, who });
  await app.register(executiveRoutes, { folder, views: options.executive, who });
  await app.register(embedRoutes, { access, folder, views: options.executive });
  return app;
}
