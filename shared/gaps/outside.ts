import type { Lane, Person } from '../model/records.ts';

/**
 * Words that leave no doubt. "Third-party risk", "Competitor analysis" and "External affairs" are departments, and a
 * partner or supplier is no outsider: somebody in the company answers for them.
 */
const OTHERS = [
  /\b(third[- ]parties|competitors|externals)\b/i,
  /\(?\b(third[- ]party|competitor|external)\)?$/i,
  /\b(third[- ]party|competitor|external)('s)? (sites?|websites?|services?|providers?|platforms?|compan(y|ies)|parties|organi[sz]ations?)\b/i,
];
const isOther = (name: string): boolean => OTHERS.some((words) => words.test(name.trim()));
const CUSTOMER = /^(the )?(customers?|clients?|users?|patients?|citizens?|passengers?|guests?)( actions?| journey)?$/i;

/**
 * Whether a lane shows people the company cannot give orders to: third parties, competitors, or the customers
 * themselves, whom many maps give a lane of their own. Nobody in the company owns what they do, and no hand-off to or
 * from them can be agreed. The lane's title says so, or the names of all its owners do: "Train operator (external)".
 */
export const isOutside = ({ title }: Pick<Lane, 'title'>, owners: readonly (Person | null)[]): boolean =>
  isOther(title) ||
  CUSTOMER.test(title.trim()) ||
  (owners.length > 0 && owners.every((owner) => owner !== null && isOther(owner.name)));
