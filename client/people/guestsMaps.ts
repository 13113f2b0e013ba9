import { listMaps } from '../http/maps.ts';

/** How many maps whoever sits here owns; null when that could not be asked. */
async function countOwnMaps(): Promise<number | null> {
  const answer = await listMaps();
  return answer.status === 'done' ? answer.value.filter(({ role }) => role === 'owner').length : null;
}

/** What becomes of the maps that a guest made when he signs in, in a sentence; nothing where there are none. */
export async function guestsMaps(): Promise<string | undefined> {
  const count = await countOwnMaps();
  if (!count) return undefined;
  return count === 1
    ? 'The map you made here as a guest stays yours.'
    : `The ${count} maps you made here as a guest stay yours.`;
}
