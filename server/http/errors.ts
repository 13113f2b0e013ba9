import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GateFull } from '../access/gate.ts';
import { TooManyGuesses } from '../access/guesses.ts';
import { MapUnavailable, NotStoredYet } from '../rooms/mapUnavailable.ts';
import { StorageFailed } from '../storage/storage.ts';
import { isForPerson, sendPlain } from './plainAnswer.ts';
import { begin, Refused, refusalOf, tooMany } from './refused.ts';

/** The one place where errors become answers: `{error, message}`, for a person a page that says so, never a stack. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refused = refusalFor(error, request.routeOptions.bodyLimit);
    if (refused.status >= 500) request.log.error({ err: error }, 'a request failed');
    return isForPerson(request) ? sendPlain(reply, refused) : answer(reply, refused);
  });
  app.setNotFoundHandler((request, reply) => {
    const nothing = new Refused(404, 'not_found', 'There is nothing at this address.');
    return isForPerson(request) ? sendPlain(reply, nothing) : answer(reply, nothing);
  });
}

/** Addresses that cannot be read reach no route and none of its handlers. What they hold is not repeated: it may be a token. */
export function answerUnreadable(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  request.raw.resume();
  reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
  void answer(reply, new Refused(400, 'bad_request', 'This address cannot be read.'));
}

const answer = (reply: FastifyReply, refused: Refused) => {
  const { error, message } = refused;
  return begin(reply, refused).type('application/json; charset=utf-8').send({ error, message });
};

/** Seconds after which a crowd at a gate should be through. */
const SOON = 5;

const notStoredYet = () =>
  new Refused(
    503,
    'not_stored_yet',
    'This was changed, but cannot be stored at present. It will be as soon as that works again.',
  );

const storageFailing = () =>
  new Refused(503, 'storage_failing', 'The server cannot reach its storage at present. Try again in a while.');

/** Fastify's own errors, in our words. */
const known: Record<string, { error: string; message: string }> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { error: 'wrong_type', message: 'This kind of content is not taken here.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { error: 'bad_request', message: 'The request has no content.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { error: 'bad_request', message: 'The request is not valid JSON.' },
};

const tooLarge = (limit: number) =>
  new Refused(413, 'too_large', `What was sent is too large. At most ${sizeWords(limit)} are taken here.`);

const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} kB`;

function refusalFor(error: unknown, bodyLimit: number): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof MapUnavailable) return refusalOf(error);
  if (error instanceof NotStoredYet) return notStoredYet();
  if (error instanceof StorageFailed) return storageFailing();
  if (error instanceof TooManyGuesses) return tooMany(error.seconds);
  if (error instanceof GateFull) return tooMany(SOON);
  const { statusCode, code } = readError(error);
  if (statusCode >= 500) return new Refused(500, 'internal', 'Something went wrong on the server.');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(bodyLimit);
  const words = known[code];
  if (words) return new Refused(statusCode, words.error, words.message);
  return new Refused(statusCode, 'bad_request', 'The request could not be understood.');
}

function readError(error: unknown): { statusCode: number; code: string } {
  const { statusCode, code } = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  return {
    statusCode: typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500,
    code: typeof code === 'string' ? code : '',
  };
}
