import { TRASH_DAYS } from '../shared/protocol/http.ts';
import type { Maps } from './maps.ts';

const DAY = 24 * 60 * 60_000;
/** Nobody is told an hour: "30 days" is kept to within this. */
const PAUSE = 6 * 60 * 60_000;

/** Destroys the maps that have lain in the trash for as long as they are kept there. Answers how many those were. */
export async function clearTrash(maps: Pick<Maps, 'list' | 'destroy'>, now: number): Promise<number> {
  let destroyed = 0;
  for (const { id, deletedAt } of await maps.list('trash')) {
    if (deletedAt === null || deletedAt > now - TRASH_DAYS * DAY) continue;
    // Restored meanwhile, it is not destroyed: only what is in the trash can be.
    if (await maps.destroy(id)) destroyed++;
  }
  return destroyed;
}

/** Clears the trash now and then for as long as the server runs; answers how to stop. What fails is tried again. */
export function keepTrash(maps: Pick<Maps, 'list' | 'destroy'>, onFailure: (error: unknown) => void): () => void {
  const clear = () => void clearTrash(maps, Date.now()).catch(onFailure);
  clear();
  const timer = setInterval(clear, PAUSE);
  timer.unref();
  return () => clearInterval(timer);
}
