import type { Answer } from '../http/request.ts';

interface JoinProblem {
  readonly title: string;
  readonly lead: string;
  /** Whether the same link may work later. */
  readonly retry: boolean;
}

/** What is wrong with a link: the title by the server's fixed word, below it what to do. */
export function joinProblem({ error, message }: Extract<Answer<never>, { status: 'failed' }>): JoinProblem {
  switch (error) {
    case 'link_expired':
      return { title: 'This link has expired', lead: whomToAsk(message), retry: false };
    case 'link_revoked':
      return { title: 'This link was switched off', lead: whomToAsk(message), retry: false };
    case 'unknown_link':
      return { title: 'This link does not work', lead: whomToAsk(message), retry: false };
    case 'too_many_requests':
      return { title: 'Too many attempts', lead: message, retry: true };
    default:
      return { title: 'The map cannot be opened', lead: message, retry: true };
  }
}

/** The server's words after their first sentence, which the title says already. */
const whomToAsk = (message: string): string => message.slice(message.indexOf('. ') + 1).trim();
