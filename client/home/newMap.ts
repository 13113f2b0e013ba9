import type { CreateMapBody } from '../../shared/protocol/http.ts';
import { createMap } from '../http/maps.ts';
import { mapPath, navigate } from '../ui/route.ts';
import { toast } from '../ui/toasts.ts';

/** Makes a map and opens it. */
export async function newMap(body: CreateMapBody = { title: 'Untitled map' }): Promise<void> {
  const answer = await createMap(body);
  if (answer.status === 'done') navigate(mapPath(answer.value.id));
  else toast(answer.message, { tone: 'problem' });
}

export const openSample = (): Promise<void> => newMap({ sample: 'broadband' });
