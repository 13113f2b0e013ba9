import type { ItemRef } from '../../shared/model/records.ts';
import { useSession } from '../session/SessionContext.tsx';
import type { Other } from './presence.ts';

const isAt = (other: Other, { kind, id }: ItemRef) =>
  other.selection.some((item) => item.kind === kind && item.id === id);

interface OtherAt {
  readonly name: string;
  readonly color: string;
  readonly types: boolean;
}

const typesIn = (other: Other, { kind, id }: ItemRef) => other.editing?.startsWith(`${kind}/${id}/`) === true;

/** Who else types in an item, or has it selected, and in which colour they are shown. */
export function useOtherAt(item: ItemRef): OtherAt | null {
  // A string, so that the others' moving cursors do not count as a change.
  const found = useSession(({ others }) => {
    const other = others.find((one) => typesIn(one, item)) ?? others.find((one) => isAt(one, item));
    return other ? `${typesIn(other, item) ? '+' : '-'}${other.user.color} ${other.user.name}` : null;
  });
  if (found === null) return null;
  const space = found.indexOf(' ');
  return { types: found.startsWith('+'), color: found.slice(1, space), name: found.slice(space + 1) };
}
