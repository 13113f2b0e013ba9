import type { Lane, Person } from '../model/records.ts';

/** Words that leave no doubt. A partner or supplier is no outsider: somebody in the company answers for them. */
const OTHERS = /\b(third[- ]part(y|ies)|competitors?|external)\b/i;
const CUSTOMER = /^(the )?(customers?|clients?|users?|patients?|citizens?|passengers?|guests?)( actions?| journey)?$/i;

/**
 * Whether a lane shows people the company cannot give orders to: third parties, competitors, or the customers
 * themselves, whom many maps give a lane of their own. Nobody in the company owns what they do, and no hand-off to or
 * from them can be agreed. The lane's title says so, or the names of all its owners do: "Train operator (external)".
 */
export const isOutside = ({ title }: Pick<Lane, 'title'>, owners: readonly (Person | null)[]): boolean =>
  OTHERS.test(title) ||
  CUSTOMER.test(title.trim()) ||
  (owners.length > 0 && owners.every((owner) => owner !== null && OTHERS.test(owner.name)));
