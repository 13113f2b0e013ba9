import * as Y from 'yjs';
import { ownUndo } from '../../shared/commands/ownUndo.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import { type Random, randomFrom } from './random.ts';
import { type CommandName, type Done, runRandom } from './randomCommands.ts';

/** One person at one page: a copy of the document, what has not arrived there yet, and an undo of their own. */
export interface Person {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  /** Updates of others on their way, in any order; some come twice, some never. */
  readonly inbox: Uint8Array[];
  readonly done: Done[];
  online: boolean;
}

/** What arrives from others has this origin; it is nobody's to undo and is not sent on. */
const REMOTE = 'remote';

/** People who open the same map at the same time. */
export function gather(count: number, start: Y.Doc = newMapDoc('Together', 1)): Person[] {
  const state = Y.encodeStateAsUpdate(start);
  const people = Array.from({ length: count }, (_, index): Person => {
    const doc = new Y.Doc();
    doc.clientID = 100 + index;
    Y.applyUpdate(doc, state, REMOTE);
    const name = `p${index}`;
    return { name, doc, undo: ownUndo(doc, name), inbox: [], done: [], online: true };
  });
  for (const person of people) {
    person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE) return;
      // Who is offline sends nothing; meeting again brings it.
      for (const other of people) if (other !== person && person.online) other.inbox.push(update);
    });
  }
  return people;
}

/** Brings one up to date from the other's state, as a reconnect does. */
export function catchUp(person: Person, from: Person): void {
  const missing = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(person.doc));
  Y.applyUpdate(person.doc, missing, REMOTE);
}

/** Everybody goes online and learns all that anybody knows. */
export function meetAgain(people: readonly Person[]): void {
  const [hub, ...others] = people;
  if (!hub) return;
  for (const other of others) catchUp(hub, other);
  for (const other of others) catchUp(other, hub);
  for (const person of people) {
    person.inbox.length = 0;
    person.online = true;
  }
}

function deliverSome(person: Person, random: Random): void {
  for (let count = random.below(4); count > 0 && person.inbox.length > 0 && person.online; count--) {
    const index = random.below(person.inbox.length);
    const update = person.inbox[index] as Uint8Array;
    // A tenth comes again later, a twentieth gets lost; later updates then wait inside Yjs for what is missing.
    if (!random.chance(0.1)) person.inbox.splice(index, 1);
    if (!random.chance(0.05)) Y.applyUpdate(person.doc, update, REMOTE);
  }
}

export interface Play {
  readonly people: number;
  /** How many things are done, by all together. */
  readonly steps: number;
  readonly among?: readonly CommandName[];
  /** How often somebody takes something back or does it again, 0 to 1. */
  readonly undo?: number;
  readonly start?: Y.Doc;
}

/** People act at random, hear of each other late, in any order or not at all, and come and go. Nobody has met at the end. */
export function playApart(seed: number, { people: count, steps, among, undo = 0, start }: Play): Person[] {
  const random = randomFrom(seed);
  const people = gather(count, start);
  let made = 0;
  for (let step = 0; step < steps; step++) {
    const person = random.pick(people);
    if (random.chance(0.03)) person.online = !person.online;
    if (person.online && random.chance(0.02)) catchUp(person, random.pick(people.filter(({ online }) => online)));
    deliverSome(person, random);
    if (random.chance(undo)) {
      if (random.chance(0.7)) person.undo.undo();
      else person.undo.redo();
    } else {
      const newId = () => `${person.name}-${made++}`;
      person.done.push(runRandom(person.doc, random, newId, person.name, among));
    }
  }
  return people;
}

/** The same, and at the end everybody knows everything. */
export function playTogether(seed: number, play: Play): Person[] {
  const people = playApart(seed, play);
  meetAgain(people);
  return people;
}
