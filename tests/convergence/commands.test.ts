import { describe, expect, it } from 'vitest';
import { measureInter } from '../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../shared/layout/layoutMap.ts';
import { COLLECTIONS } from '../../shared/model/collections.ts';
import { liveMap } from '../../shared/model/liveMap.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import { readMap } from '../../shared/model/readMap.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { type MapSnapshot, skippedIn } from '../../shared/model/snapshot.ts';
import { type Person, playApart, playTogether } from '../support/people.ts';
import { seeds } from '../support/random.ts';
import { COMMAND_NAMES } from '../support/randomCommands.ts';

const removedBy = (people: readonly Person[]): Set<string> =>
  new Set(
    people
      .flatMap(({ done }) => done)
      .filter(({ name, outcome }) => name === 'removeItems' && outcome.status === 'done')
      .flatMap(({ input }) => (input as { items: ItemRef[] }).items.map(({ id }) => id)),
  );

const made = (people: readonly Person[], command: string): string[] =>
  people
    .flatMap(({ done }) => done)
    .filter(({ name, outcome }) => name === command && outcome.status === 'done')
    .map(({ input }) => (input as { id: string }).id);

/** Where people would look for an item: on the map or in the tray. */
function findable(map: MapSnapshot): Set<string> {
  const outline = outlineOf(map);
  const items = [
    ...outline.steps,
    ...outline.steps.flatMap((step) => outline.touchpointsAt(step.id)),
    ...outline.steps.flatMap((step) => outline.lanes.flatMap((lane) => outline.notesIn(step.id, lane.id))),
    ...outline.unplaced.steps,
    ...outline.unplaced.touchpoints,
    ...outline.unplaced.notes,
  ];
  expect(new Set(items).size).toBe(items.length);
  return new Set(items.map(({ id }) => id));
}

describe.each([3, 5])('%i people', (count) => {
  it.each(seeds(20))('see the same map after meeting again (seed %i)', (seed) => {
    const people = playTogether(seed, { people: count, steps: 250 });
    const [first, ...others] = people.map(({ doc }) => readMap(doc));
    for (const other of others) expect(other).toEqual(first);
    expect(skippedIn(first!)).toBe(0);
  });

  it.each(seeds(20))('see the same map after undoing and redoing in between (seed %i)', (seed) => {
    const people = playTogether(seed, { people: count, steps: 250, undo: 0.2 });
    const [first, ...others] = people.map(({ doc }) => readMap(doc));
    for (const other of others) expect(other).toEqual(first);
    expect(skippedIn(first!)).toBe(0);
  });
});

it.each(seeds(30))('a live map equals a fresh reading at every moment (seed %i)', (seed) => {
  for (const { doc } of playApart(seed, { people: 3, steps: 150, undo: 0.1 })) {
    expect(liveMap(doc).snapshot()).toEqual(readMap(doc));
  }
});

it.each(seeds(40))('nothing is lost to a concurrent delete: on the map or in the tray (seed %i)', (seed) => {
  const people = playTogether(seed, { people: 4, steps: 300 });
  const map = readMap(people[0]!.doc);
  const found = findable(map);
  const gone = removedBy(people);
  for (const command of ['addTouchpoint', 'addNote', 'addStep']) {
    for (const id of made(people, command)) if (!gone.has(id)) expect(found, id).toContain(id);
  }
  // What was deleted, by whomever, is still there to be restored, or was restored.
  for (const id of gone) {
    const kept = COLLECTIONS.some((collection) => map[collection].has(id) || map[collection].removed.has(id));
    expect(kept, id).toBe(true);
  }
});

it.each(seeds(20))('a crossed map can be laid out (seed %i)', (seed) => {
  const among = COMMAND_NAMES.filter((name) => /^(add|link|reroute|move|remove)/.test(name));
  const [first, second] = playTogether(seed, { people: 3, steps: 300, among });
  expect(layoutMap(readMap(first!.doc), measureInter)).toEqual(layoutMap(readMap(second!.doc), measureInter));
});
