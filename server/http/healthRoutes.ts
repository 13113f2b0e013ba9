import type { FastifyPluginAsync } from 'fastify';
import type { Health } from '../../shared/protocol/http.ts';

/** `/api/health`: 200 as long as the server serves; what it cannot do at present is said in the answer. */
export const healthRoutes: FastifyPluginAsync<{ health: () => Health }> = async (app, { health }) => {
  app.get('/health', async () => health());
};
