import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { StorageFailed } from '../storage/storage.ts';
import { Refused } from './refused.ts';
import type { Who } from './who.ts';

/**
 * The page: one document for every address it has, and the files it loads. Those under `assets/` carry a hash in
 * their names, so browsers may keep them for ever; the document must be asked for each time.
 */
export const pageRoutes: FastifyPluginAsync<{ folder: string; who: Who }> = async (app, { folder, who }) => {
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

  app.get<{ Params: { id: string }; Querystring: { map?: string } }>('/m/:id', async (request, reply) => {
    const { id } = request.params;
    if (request.method === 'GET') await who.enter(request, reply).catch(unlessRefused);
    // Who may only look is shown what the map says; the map itself is one step further.
    const opensMap = request.query.map !== undefined || (await who.roleOn(request, id)) !== 'viewer';
    return opensMap ? sendPage(folder, reply, 200, 'map') : reply.redirect(`/m/${id}/present`, 302);
  });

  for (const address of ['/', '/account', '/sign-in']) {
    app.get(address, async (request, reply) => {
      // Without a session the page still comes, and asks for one itself: too many at once is no reason for no page.
      if (request.method === 'GET') await who.enter(request, reply).catch(unlessRefused);
      return sendPage(folder, reply, 200);
    });
  }
};

/**
 * The page's document; `kind` names what there is more for it in the build: `<kind>-head.html`, and `<kind>-body.html`
 * with what is seen until the code runs.
 */
export async function sendPage(
  folder: string,
  reply: FastifyReply,
  status: number,
  kind: string | null = null,
): Promise<FastifyReply> {
  // Read each time: after a new build the old document asks for files that are gone.
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => null);
  const more = (part: string) => (kind === null ? null : read(`${kind}-${part}.html`));
  const [plain, head, body] = await Promise.all([read('index.html'), more('head'), more('body')]);
  const page =
    plain
      ?.replace('</head>', () => `${head ?? ''}\n</head>`)
      .replace('<div id="app"></div>', () => `<div id="app">${body ?? ''}</div>`) ?? null;
  if (page === null) {
    reply.callNotFound();
    return reply;
  }
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused || error instanceof StorageFailed)) throw error;
}
