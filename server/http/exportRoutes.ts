import type { FastifyPluginAsync } from 'fastify';
import { exportQuery, exportRequest } from '../../shared/export/exportQuery.ts';
import { FORMATS, fileNameOf } from '../../shared/export/formats.ts';
import { isoToday } from '../../shared/model/day.ts';
import type { Maps } from '../maps.ts';
import { validate } from './validate.ts';
import type { Who } from './who.ts';

interface OneMap {
  Params: { id: string };
}

/** `/api/maps/:id/export`: the map as a file, made beside the rooms. */
export const exportRoutes: FastifyPluginAsync<{ maps: Maps; who: Who }> = async (app, { maps, who }) => {
  app.get<OneMap>('/maps/:id/export', async (request, reply) => {
    const { id } = request.params;
    const query = validate(exportQuery, request.query);
    await who.need(request, id, 'viewer');
    const { title, bytes } = await maps.exportFile(id, exportRequest(query, isoToday(new Date())));
    return reply
      .type(FORMATS[query.format].type)
      .header('content-disposition', attachment(fileNameOf(title, query.format)))
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
};

/** Always saved, never shown: a picture may hold anything, and this address is trusted by its page. */
function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '')
    .trim();
  const fallback = /^\.|^$/.test(plain) ? `map${plain}` : plain;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}
