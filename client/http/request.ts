import type * as z from 'zod/mini';
import { errorBody } from '../../shared/protocol/http.ts';

/** What became of a request: a value, or a sentence for the person who asked. */
export type Answer<T> =
  | { readonly status: 'done'; readonly value: T }
  /** `error` is the server's fixed word; null when it could not be asked at all. */
  | { readonly status: 'failed'; readonly error: string | null; readonly message: string };

interface Request<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Sent as JSON, unless it is a file. */
  readonly body?: unknown;
  /** What the answer has to look like; left out where it has no body. */
  readonly answer?: z.ZodMiniType<T>;
  /** Goes on when the page is closed meanwhile. */
  readonly keepalive?: boolean;
}

const UNREACHABLE = 'The server cannot be reached. Nothing was changed. Try again in a moment.';
const UNEXPECTED = 'The server gave an answer that this page does not understand. Load the page again.';

/** Asks the server. Never throws: what can go wrong is part of the answer. */
export async function request<T = undefined>({
  method,
  path,
  body,
  answer,
  keepalive,
}: Request<T>): Promise<Answer<T>> {
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(keepalive ? { keepalive } : {}),
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
      ...(body === undefined ? {} : { headers: { 'content-type': isFile ? 'text/csv' : 'application/json' } }),
    });
  } catch {
    return { status: 'failed', error: null, message: UNREACHABLE };
  }
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return failureOf(json);
  // Without a schema the caller expects no value.
  if (!answer) return { status: 'done', value: undefined as T };
  const read = answer.safeParse(json);
  return read.success ? { status: 'done', value: read.data } : failed(UNEXPECTED);
}

function failureOf(json: unknown): Answer<never> {
  const read = errorBody.safeParse(json);
  // A proxy between here and the server answers in its own words, which are not for people.
  return read.success ? failed(read.data.message, read.data.error) : failed(UNREACHABLE);
}

const failed = (message: string, error: string | null = null): Answer<never> => ({ status: 'failed', error, message });
