import type { FastifyPluginAsync } from 'fastify';
import { FILE_LIMIT } from '../../shared/import/fileKinds.ts';
import { cutTitle } from '../../shared/model/titles.ts';
import { type ImportedMap, importQuery } from '../../shared/protocol/http.ts';
import type { AccessControl } from '../access/accessControl.ts';
import type { Maps } from '../maps.ts';
import { accountNeeded, Refused } from './refused.ts';
import { validate } from './validate.ts';
import type { Who } from './who.ts';

export interface ImportRouteOptions {
  readonly maps: Maps;
  readonly access: AccessControl;
  readonly who: Who;
}

/** What a file is shows in its bytes; a form, which any page could send, is none of these. */
const takenTypes =
  /^(text\/csv|text\/vnd\.mermaid|application\/json|application\/octet-stream|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)(;.*)?$/i;

const wrongType = () =>
  new Refused(
    415,
    'wrong_type',
    'Send the file itself, with Content-Type text/csv, application/json, text/vnd.mermaid, that of an Excel workbook, or application/octet-stream.',
  );

/** `/api/import`: the file itself is the body. */
export const importRoutes: FastifyPluginAsync<ImportRouteOptions> = async (app, { maps, access, who }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(takenTypes, { parseAs: 'buffer', bodyLimit: FILE_LIMIT }, (_request, body, done) => {
    done(null, body);
  });

  // Before the body is read: what no parser takes would else be refused without a word on what is taken.
  app.addHook('onRequest', async (request) => {
    if (!takenTypes.test(request.headers['content-type'] ?? '')) throw wrongType();
  });

  app.post('/import', { bodyLimit: FILE_LIMIT }, async (request, reply) => {
    const { title } = cutTitle(validate(importQuery, request.query).title?.trim() ?? '');
    if (!(request.body instanceof Uint8Array)) throw wrongType();
    const present = await who.enter(request, reply);
    if (!access.mayCreate(present)) throw accountNeeded();
    const file = { bytes: request.body, ...(title ? { title } : {}) };
    const imported = await maps.importTable(file, present.visitor.id);
    if (imported.status === 'refused') {
      throw new Refused(422, imported.columns ? 'unknown_columns' : 'no_table', imported.reason);
    }
    const { id, warnings } = imported;
    return reply.code(201).send({ id, warnings } satisfies ImportedMap);
  });
};
