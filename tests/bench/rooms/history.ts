import * as Y from 'yjs';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';

export interface History {
  readonly doc: Y.Doc;
  /** The map before anybody wrote, and every edit since. */
  readonly first: Uint8Array;
  readonly edits: readonly Uint8Array[];
}

const ITEMS = 300;
const EDITS = 50_000;

/** Three hundred items that ten people fill in, move and write about for a long time. The same each time. */
export function longHistory(): History {
  const doc = newMapDoc('A map with a past');
  const first = Y.encodeStateAsUpdate(doc);
  const edits: Uint8Array[] = [];
  const touchpoints = doc.getMap<Y.Map<unknown>>('touchpoints');
  doc.on('update', (update: Uint8Array) => void edits.push(update));
  for (let at = 0; at < ITEMS; at++)
    touchpoints.set(`t${at}`, new Y.Map<unknown>([['title', new Y.Text(`Touchpoint ${at}`)]]));
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % below;
  };
  while (edits.length < EDITS) {
    doc.clientID = 10_000 + random(10);
    const item = touchpoints.get(`t${random(ITEMS)}`);
    const title = item?.get('title');
    if (!item || !(title instanceof Y.Text)) continue;
    const kind = random(10);
    if (kind < 6) title.insert(random(title.length + 1), 'abcdefgh'.charAt(random(8)));
    else if (kind < 8 && title.length > 5) title.delete(random(title.length), 1);
    else if (kind < 9) item.set('place', { step: `s${random(40)}`, lane: `l${random(12)}` });
    else item.set('channel', `channel ${random(20)}`);
  }
  return { doc, first, edits };
}
