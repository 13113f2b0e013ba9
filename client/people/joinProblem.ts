interface JoinProblem {
  readonly title: string;
  /** Whether the same link may work later. */
  readonly retry: boolean;
}

/** What is wrong with a link, by the server's fixed word; its sentence says whom to ask. */
export function joinProblem(error: string | null): JoinProblem {
  switch (error) {
    case 'link_expired':
      return { title: 'This link has expired', retry: false };
    case 'link_revoked':
      return { title: 'This link was switched off', retry: false };
    case 'unknown_link':
      return { title: 'This link does not work', retry: false };
    case 'too_many_requests':
      return { title: 'Too many attempts', retry: true };
    default:
      return { title: 'The map cannot be opened', retry: true };
  }
}
