import type { FastifyReply } from 'fastify';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { MapUnavailable } from '../rooms/mapUnavailable.ts';

/** A request that is answered with an error on purpose: the one way for routes to say no. */
export class Refused extends Error {
  readonly status: number;
  /** A fixed word for programs. */
  readonly error: string;

  /** Seconds after which it may be tried again; null: the answer stays the same. */
  readonly retryAfter: number | null;

  constructor(status: number, error: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.error = error;
    this.retryAfter = retryAfter;
  }
}

/** The beginning of the answer, in whatever form it goes on: its status, and when to come again. */
export function begin(reply: FastifyReply, { status, retryAfter }: Refused): FastifyReply {
  if (retryAfter !== null) reply.header('retry-after', retryAfter);
  return reply.code(status);
}

/** `seconds` until it may be tried again. */
export const tooMany = (seconds: number) =>
  new Refused(
    429,
    'too_many_requests',
    `Too many requests. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    seconds,
  );

export const accountNeeded = () =>
  new Refused(403, 'account_needed', 'On this server only people with an account make maps. Sign in first.');

export const unknownMap = () => new Refused(404, 'unknown_map', 'There is no such map.');

/** What a room says when its map cannot be had, in the words of HTTP. */
export function refusalOf({ reason }: MapUnavailable): Refused {
  if (reason === closeCodes.unknownMap) return unknownMap();
  if (reason === closeCodes.inTrash) return new Refused(410, 'map_in_trash', 'This map is in the trash.');
  return new Refused(503, 'map_unavailable', 'This map cannot be opened at the moment. Try again in a while.');
}
