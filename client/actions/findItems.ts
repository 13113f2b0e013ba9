import { notesInOrder, outlineOf, touchpointsInOrder } from '../../shared/model/outline.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { best, score } from './search.ts';

/** Something of the map that can be gone to by its name. */
export interface Found {
  readonly item: ItemRef;
  readonly name: string;
  /** Where it is, to tell two of one name apart. */
  readonly where: string;
  /** What is shown when one goes there: for a person, what they own. */
  readonly shows: readonly ItemRef[];
}

export interface FoundGroup {
  readonly title: string;
  readonly found: readonly Found[];
}

const MOST = 12;

/** What has a place on the map, and people, by the names that answer a query. */
export function findItems(map: MapSnapshot, query: string): readonly FoundGroup[] {
  if (query.trim() === '') return [];
  const { stages, steps, lanes, stageOf, isPlaced } = outlineOf(map);
  const placeWords = (place: Place) =>
    [map.lanes.get(place.lane)?.title, map.steps.get(place.step)?.title].filter(Boolean).join(', ');
  const among = (list: readonly Found[]) => best(list, MOST, ({ name, where }) => score(query, name, where));
  const groups = [
    {
      title: 'Stages',
      found: among(stages.map(({ stage }) => found('stage', stage.id, stage.title, ''))),
    },
    {
      title: 'Steps',
      found: among(steps.map((step) => found('step', step.id, step.title, stageOf(step.id)?.title ?? ''))),
    },
    {
      title: 'Touchpoints',
      found: among(
        touchpointsInOrder(map).flatMap(({ id, title, place }) =>
          isPlaced(place) ? [found('touchpoint', id, title, placeWords(place))] : [],
        ),
      ),
    },
    {
      title: 'Lanes',
      found: among(
        lanes.map(({ id, kind, title, visibility }) => found('lane', id, title, kind === 'notes' ? '' : visibility)),
      ),
    },
    {
      title: 'Notes',
      found: among(
        notesInOrder(map).flatMap(({ id, text, place }) =>
          isPlaced(place) ? [found('note', id, text, placeWords(place))] : [],
        ),
      ),
    },
    { title: 'People', found: among(map.people.list.map((person) => personFound(map, person))) },
  ];
  return groups.filter((group) => group.found.length > 0);
}

const found = (kind: ItemRef['kind'], id: string, title: string, where: string): Found => ({
  item: { kind, id },
  name: title || `Untitled ${kind}`,
  where,
  shows: [{ kind, id }],
});

function personFound(map: MapSnapshot, { id, name, role }: { id: string; name: string; role: string }): Found {
  const owned = map.touchpoints.list.filter(({ owner }) => owner === id);
  const touchpoints = owned.length === 1 ? '1 touchpoint' : `${owned.length} touchpoints`;
  return {
    item: { kind: 'person', id },
    name: name || 'Somebody without a name',
    where: [role, `owns ${touchpoints}`].filter(Boolean).join(', '),
    shows: owned.map((touchpoint) => ({ kind: 'touchpoint', id: touchpoint.id })),
  };
}
