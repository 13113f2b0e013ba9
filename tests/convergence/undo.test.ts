import { describe, expect, it } from 'vitest';
import { editText } from '../../shared/commands/editText.ts';
import { COLLECTIONS } from '../../shared/model/collections.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { type Collection, fieldTable } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { bigMap } from '../support/bigMap.ts';
import { must } from '../support/mapBuilder.ts';
import { catchUp, gather, type Person } from '../support/people.ts';
import { type Random, randomFrom, seeds } from '../support/random.ts';
import { runRandom, visible } from '../support/randomCommands.ts';

const look = (person: Person) => visible(readMap(person.doc));

/** Does something at random; whether it is an undo step of its own, as it is unless nothing changed. */
function act(person: Person, random: Random, id: number): boolean {
  const steps = person.undo.undoStack.length;
  person.done.push(runRandom(person.doc, random, () => `${person.name}-${id}`, person.name));
  return person.undo.undoStack.length > steps;
}

it.each(seeds(40))('alone, every undo and every redo is exact (seed %i)', undoAlone);

function undoAlone(seed: number): void {
  const random = randomFrom(seed);
  const [person] = gather(1) as [Person];
  const states = [look(person)];
  for (let i = 0; i < 60; i++) {
    if (act(person, random, i)) states.push(look(person));
  }
  const last = states.length - 1;
  for (let at = last - 1; at >= 0; at--) {
    person.undo.undo();
    expect(look(person)).toEqual(states[at]);
  }
  for (let at = 1; at <= last; at++) {
    person.undo.redo();
    expect(look(person)).toEqual(states[at]);
  }
}

/** Every field of every item, deleted ones included: `touchpoints.t1.channel` -> its value. */
function cellsOf(map: MapSnapshot): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const collection of COLLECTIONS) {
    for (const record of [...map[collection].list, ...map[collection].removed.values()]) {
      cells.set(`${collection}.${record.id}`, map[collection].has(record.id));
      for (const [name, value] of Object.entries(record))
        addCell(cells, collection, `${collection}.${record.id}.${name}`, name, value);
    }
  }
  return cells;
}

/** Members of a set or a list are edited each on its own, so each is a cell. */
function addCell(
  cells: Map<string, unknown>,
  collection: Collection,
  path: string,
  name: string,
  value: unknown,
): void {
  const storage = fieldTable(collection)[name]?.storage;
  if (storage?.kind === 'plain') cells.set(path, value);
  if (storage?.kind === 'members') for (const member of value as string[]) cells.set(`${path}:${member}`, true);
  if (storage?.kind === 'entries') {
    for (const entry of value as Record<string, unknown>[]) cells.set(`${path}:${entry[storage.key]}`, entry);
  }
}

/** What changed from one moment to the next, as far as one writer wins there; texts merge and are tested apart. */
function changesBetween(before: MapSnapshot, after: MapSnapshot): [path: string, value: unknown][] {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths
    .filter((path) => JSON.stringify(old.get(path)) !== JSON.stringify(now.get(path)))
    .map((path) => [path, now.get(path)]);
}

describe('undoing everything', () => {
  it.each(seeds(40))('changes nothing that another did since (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const [ana, ben] = gather(2) as [Person, Person];
    for (let i = 0; i < 40; i++) act(ana, random, i);
    catchUp(ben, ana);
    const before = readMap(ben.doc);
    for (let i = 0; i < 40; i++) act(ben, random, i);
    const after = readMap(ben.doc);
    catchUp(ana, ben);
    while (ana.undo.undoStack.length > 0) ana.undo.undo();
    const end = cellsOf(readMap(ana.doc));
    for (const [path, value] of changesBetween(before, after))
      expect([path, JSON.stringify(end.get(path))]).toEqual([path, JSON.stringify(value)]);
  });

  it.each(seeds(40))('changes nothing that another did since, while both go on (seed %i)', undoWhileBothGoOn);

  it.each(seeds(40))('keeps every sign that another typed, also into what goes (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const start = bigMap({ stages: 2, stepsPerStage: 2, lanes: 2, touchpoints: 8, handoffs: 4 });
    const [ana, ben] = gather(2, start) as [Person, Person];
    const typed: string[] = [];
    for (let i = 0; i < 100; i++) {
      if (random.chance(0.6)) act(ana, random, i);
      else typed.push(...typeSign(ben, random, String.fromCharCode(0xe000 + i)));
      // Ben is late now and then, and types into what Ana has deleted by then.
      if (random.chance(0.6)) catchUp(ben, ana);
      catchUp(ana, ben);
    }
    while (ana.undo.undoStack.length > 0) ana.undo.undo();
    const texts = titlesOf(readMap(ana.doc));
    expect(typed.length).toBeGreaterThan(5);
    for (const sign of typed) expect(texts).toContain(sign);
  });

  it.each(seeds(40))('and doing all of it again leads back to where it was (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const [ana, ben] = gather(2) as [Person, Person];
    for (let i = 0; i < 80; i++) {
      act(random.pick([ana, ben]), random, i);
      catchUp(ana, ben);
      catchUp(ben, ana);
    }
    const before = look(ana);
    while (ana.undo.undoStack.length > 0) ana.undo.undo();
    while (ana.undo.redoStack.length > 0) ana.undo.redo();
    expect(look(ana)).toEqual(before);
  });
});

function undoWhileBothGoOn(seed: number): void {
  const random = randomFrom(seed);
  const [ana, ben] = gather(2) as [Person, Person];
  const last = new Map<string, unknown>();
  for (let i = 0; i < 80; i++) {
    const actor = random.pick([ana, ben]);
    const before = readMap(actor.doc);
    act(actor, random, i);
    if (actor === ben) for (const [path, value] of changesBetween(before, readMap(ben.doc))) last.set(path, value);
    catchUp(ana, ben);
    catchUp(ben, ana);
  }
  while (ana.undo.undoStack.length > 0) ana.undo.undo();
  const end = cellsOf(readMap(ana.doc));
  for (const [path, value] of last)
    expect([path, JSON.stringify(end.get(path))]).toEqual([path, JSON.stringify(value)]);
}

/** Puts a sign somewhere into a title, and tells which; one character, so that nothing typed later can split it. */
function typeSign({ doc, name }: Person, random: Random, sign: string): string[] {
  const map = readMap(doc);
  const item = random.maybe([...map.touchpoints.list, ...map.stages.list, ...map.steps.list]);
  if (!item) return [];
  const kind = map.stages.has(item.id) ? 'stage' : map.steps.has(item.id) ? 'step' : 'touchpoint';
  const splice = { at: random.below(item.title.length + 1), remove: 0, insert: sign };
  must(doc, editText, { kind, id: item.id, field: 'title', splice }, name);
  return [sign];
}

const titlesOf = (map: MapSnapshot): string =>
  [map.touchpoints, map.stages, map.steps]
    .flatMap(({ list, removed }) => [...list, ...removed.values()])
    .map(({ title }) => title)
    .join(' ');

/** Seeds that failed once, each with what it taught. */
describe('kept seeds', () => {
  // A rating taken back is a value too: the undo of an older rating must not write over it.
  it.each([321, 362, 392, 1181])('ratings taken back (seed %i)', undoWhileBothGoOn);
  // A set of systems or lanes from which the other took a member, between two changes of one's own.
  it.each([66, 74, 108, 126, 135])('values put back by an undo stay the other’s (seed %i)', undoWhileBothGoOn);
  // Half an emoji was deleted, and could not be put back.
  it.each([6, 32])('emoji (seed %i)', undoAlone);
});
