import type { ItemRef } from '../../shared/model/records.ts';
import { useSession } from '../session/SessionContext.tsx';
import type { Other } from './presence.ts';

const isAt = (other: Other, { kind, id }: ItemRef) =>
  other.editing?.startsWith(`${kind}/${id}/`) === true ||
  other.selection.some((item) => item.kind === kind && item.id === id);

/** Who else has an item selected or types in it, and in which colour they are shown: "#7a5ad6 Jo". */
export function useOtherAt(item: ItemRef): { readonly name: string; readonly color: string } | null {
  // A string, so that the others' moving cursors do not count as a change.
  const found = useSession(({ others }) => {
    const user = others.find((other) => isAt(other, item))?.user;
    return user ? `${user.color} ${user.name}` : null;
  });
  if (found === null) return null;
  const space = found.indexOf(' ');
  return { color: found.slice(0, space), name: found.slice(space + 1) };
}
