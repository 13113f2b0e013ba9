import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/**
 * The page: one document for every address it has, and the files it loads. Those under `assets/` carry a hash in
 * their names, so browsers may keep them for ever; the document must be asked for each time.
 */
export const pageRoutes: FastifyPluginAsync<{ folder: string }> = async (app, { folder }) => {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const kept = path.startsWith(join(folder, 'assets'));
      response.setHeader('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  for (const address of ['/', '/m/:id']) {
    app.get(address, async (_request, reply) => {
      // Read each time: after a new build the old document asks for files that are gone.
      const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
      if (page === null) return reply.callNotFound();
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
    });
  }
};
