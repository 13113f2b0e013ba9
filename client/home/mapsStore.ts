import { create } from 'zustand';
import { cutTitle } from '../../shared/model/titles.ts';
import type { MapEntry } from '../../shared/protocol/http.ts';
import * as api from '../http/maps.ts';
import { onOtherPerson, useMe } from '../session/me.ts';
import { mapPath, navigate } from '../ui/route.ts';
import { toast } from '../ui/toasts.ts';
import { titleOf } from './mapWords.ts';

type Listing =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly maps: readonly MapEntry[] }
  | { readonly status: 'failed'; readonly message: string };

interface MapsState {
  readonly maps: Listing;
  readonly trash: Listing;
}

/** The lists of the home page. They are kept while one is in a map, so that coming back shows them at once. */
export const useMaps = create<MapsState>(() => ({ maps: { status: 'loading' }, trash: { status: 'loading' } }));

// Another person has other maps, and must not see those of the one before.
onOtherPerson(() => {
  useMaps.setState({ maps: { status: 'loading' }, trash: { status: 'loading' } });
  void refreshMaps('maps');
  void refreshMaps('trash');
});

/** Asks for a list anew; one that is shown already stays while the server cannot be reached. */
export async function refreshMaps(which: keyof MapsState): Promise<void> {
  const asker = useMe.getState().me.id;
  const answer = await (which === 'maps' ? api.listMaps() : api.listTrash());
  // Somebody else sits here by now, for whom it has been asked anew.
  if (asker !== '' && asker !== useMe.getState().me.id) return;
  const before = useMaps.getState()[which];
  if (answer.status === 'done') useMaps.setState({ [which]: { status: 'ready', maps: answer.value } });
  else if (before.status !== 'ready') useMaps.setState({ [which]: { status: 'failed', message: answer.message } });
}

function change(which: keyof MapsState, edit: (maps: readonly MapEntry[]) => readonly MapEntry[]): void {
  const listing = useMaps.getState()[which];
  if (listing.status === 'ready') useMaps.setState({ [which]: { status: 'ready', maps: edit(listing.maps) } });
}

/** Shown at once; taken back when the server refuses. */
export async function renameMap(map: MapEntry, title: string): Promise<void> {
  const show = (shown: string) =>
    change('maps', (maps) => maps.map((other) => (other.id === map.id ? { ...other, title: shown } : other)));
  show(title);
  const answer = await api.renameMap(map.id, { title });
  if (answer.status === 'done') return;
  show(map.title);
  toast(answer.message, { tone: 'problem' });
}

export async function duplicateMap(map: MapEntry): Promise<void> {
  const { title } = cutTitle(`Copy of ${titleOf(map)}`);
  const answer = await api.copyMap(map.id, { title });
  if (answer.status === 'failed') return toast(answer.message, { tone: 'problem' });
  await refreshMaps('maps');
  const open = () => navigate(mapPath(answer.value.id));
  toast(`“${title}” is among your maps.`, { action: { label: 'Open', run: open } });
}

/** Begins a map from a template: a copy under its title, opened at once. */
export async function beginFrom(map: MapEntry): Promise<void> {
  const answer = await api.copyMap(map.id, { title: titleOf(map) });
  if (answer.status === 'failed') return toast(answer.message, { tone: 'problem' });
  navigate(mapPath(answer.value.id));
}

export async function deleteMap(map: MapEntry): Promise<void> {
  change('maps', (maps) => maps.filter((other) => other.id !== map.id));
  const answer = await api.deleteMap(map.id);
  if (answer.status === 'failed') {
    toast(answer.message, { tone: 'problem' });
    return refreshMaps('maps');
  }
  toast(`“${titleOf(map)}” is in the trash.`, { action: { label: 'Undo', run: () => void restoreMap(map) } });
}

export async function restoreMap(map: MapEntry): Promise<void> {
  const answer = await api.restoreMap(map.id);
  if (answer.status === 'failed') toast(answer.message, { tone: 'problem' });
  else {
    change('trash', (maps) => maps.filter((other) => other.id !== map.id));
    toast(`“${titleOf(map)}” is back among the maps.`);
  }
  await refreshMaps('maps');
}
