import type { FastifyPluginAsync } from 'fastify';
import type { Health } from '../../shared/protocol/http.ts';

/** `/api/health`; `reasons` answers what does not work at present, in sentences. */
export const healthRoutes: FastifyPluginAsync<{ reasons: () => string[] }> = async (app, options) => {
  app.get('/health', async (): Promise<Health> => {
    const reasons = options.reasons();
    return { status: reasons.length === 0 ? 'ready' : 'degraded', reasons };
  });
};
