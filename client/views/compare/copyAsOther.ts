import { changeMap } from '../../../shared/commands/changeMap.ts';
import { cutTitle, TITLE_LIMIT } from '../../../shared/model/titles.ts';
import { copyMap } from '../../http/maps.ts';
import type { MapSession } from '../../session/session.ts';
import { mapPath, navigate } from '../../ui/route.ts';
import { toast } from '../../ui/toasts.ts';

/** Copies the map as its future state (or, of a future one, as its current state), and makes the two a pair. */
export async function copyAsOther(session: MapSession): Promise<void> {
  const { meta } = session.store.getState().map;
  const other = meta.state === 'current' ? 'future' : 'current';
  const kind = `, ${other} state`;
  const title = `${cutTitle(meta.title || 'Untitled map', TITLE_LIMIT - kind.length).title}${kind}`;
  const answer = await copyMap(session.mapId, { title, state: other });
  if (answer.status === 'failed') return toast(answer.message, { tone: 'problem' });
  const paired = session.run(changeMap, { counterpart: answer.value.id }).status === 'done';
  const words = paired
    ? `Copied as the ${other} state.`
    : `Copied as the ${other} state, but this map was not told of it: the two cannot be compared.`;
  toast(words, {
    action: { label: 'Open it', run: () => navigate(mapPath(answer.value.id)) },
  });
}
