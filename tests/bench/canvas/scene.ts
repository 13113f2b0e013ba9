import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import type { Point } from '../../../shared/layout/mapLayout.ts';
import { type MapJson, presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { BIG, bigMap } from '../../support/bigMap.ts';

/** What the reference pages draw: the cards and hand-offs of a map, where the editor has them. */
export interface Scene {
  readonly cards: readonly SceneCard[];
  readonly handoffs: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

export interface SceneCard extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly channel: string;
  readonly owner: string;
}

const CHANNELS = ['web', 'phone', 'mail', 'chat', 'shop'];
const PEOPLE = ['Mika Kay', 'Ada Brook', 'Olu Stone', 'Ines Vale', 'Per Holm', 'Wei Lin', 'Sam Reed', 'Noor Aziz'];

/** A map of so many touchpoints with half as many hand-offs, in 12 stages and 8 lanes, as an import takes it. */
export function benchMap(touchpoints: number): { readonly map: MapJson; readonly scene: Scene } {
  const snapshot = readMap(bigMap({ ...BIG, touchpoints, handoffs: touchpoints / 2 }));
  const plain = presentMap('bench', snapshot);
  const people = PEOPLE.map((name, index) => ({ ...NOBODY, id: `person${index}`, name }));
  const ofCard = (id: string) => {
    const index = Number(id.slice(1));
    // Every fifth has no owner: the rules need something to find.
    return { channel: CHANNELS[index % 5] ?? '', owner: index % 5 === 4 ? null : (people[index % 8]?.id ?? null) };
  };
  const map = {
    ...plain,
    people,
    touchpoints: plain.touchpoints.map((touchpoint) => ({ ...touchpoint, ...ofCard(touchpoint.id) })),
  } as unknown as MapJson;
  const layout = layoutMap(snapshot, measureInter);
  const cards = layout.cards.map(({ id, x, y, width, height }) => {
    const { channel, owner } = ofCard(id);
    const name = people.find((person) => person.id === owner)?.name ?? '?';
    return { id, x, y, width, height, title: snapshot.touchpoints.get(id)?.title ?? '', channel, owner: name };
  });
  return { map, scene: { cards, handoffs: layout.handoffs.map(({ id, from, to }) => ({ id, from, to })) } };
}

const NOBODY = { role: '', department: null };
