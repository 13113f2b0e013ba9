import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainPage, plainPageStyle } from '../page/plainPage.ts';
import { policyText } from './contentSecurity.ts';
import { begin, type Refused } from './refused.ts';

/** Whether a person looks at the answer: a browser was sent to an address of ours that is none of the interface's. */
export const isForPerson = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept?.includes('text/html') ?? false);

/** Says on a page of its own why nothing else comes. */
export function sendPlain(reply: FastifyReply, refused: Refused): FastifyReply {
  return say(reply, refused, true);
}

/** The same inside a page of somebody else, from where nothing leads to us. */
export function sendPlainInFrame(reply: FastifyReply, refused: Refused): FastifyReply {
  return say(reply, refused, false);
}

function say(reply: FastifyReply, refused: Refused, alone: boolean): FastifyReply {
  const policy = { 'style-src': [plainPageStyle], ...(alone ? {} : { 'frame-ancestors': ['*'] }) };
  return begin(reply, refused)
    .header('content-security-policy', policyText(policy))
    .type('text/html; charset=utf-8')
    .send(plainPage(refused.message, alone));
}
