import type { FastifyReply } from 'fastify';
import { type ExecutiveVisit, fillExecutive, readExecutiveDocument } from '../page/executiveDocument.ts';
import { policyText } from './contentSecurity.ts';

export interface SendExecutiveOptions {
  /** Where the built page lies; null: there is none. */
  readonly folder: string | null;
  readonly visit: ExecutiveVisit;
  /** Only what changes, for a page that shows the rest already. */
  readonly onlyMain: boolean;
  /** What this page's content security policy says besides. */
  readonly policy?: Readonly<Record<string, readonly string[]>>;
}

/** Answers with the executive view; what it holds is nobody else's and is not kept. */
export async function sendExecutive(
  reply: FastifyReply,
  { folder, visit, onlyMain, policy = {} }: SendExecutiveOptions,
): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
  if (onlyMain) return reply.send(`<main>${visit.page.main}</main>`);
  // Read each time: after a new build the old document asks for files that are gone.
  const document = folder === null ? null : await readExecutiveDocument(folder);
  if (!document) {
    reply.callNotFound();
    return reply;
  }
  reply.header('content-security-policy', policyText({ ...policy, 'style-src': ["'self'", document.styleSource] }));
  return reply.send(fillExecutive(document, visit));
}
