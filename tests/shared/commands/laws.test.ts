import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { run } from '../../../shared/commands/command.ts';
import { ownUndo } from '../../../shared/commands/ownUndo.ts';
import { liveMap } from '../../../shared/model/liveMap.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { randomFrom, seeds } from '../../support/random.ts';
import {
  COMMAND_NAMES,
  type CommandName,
  commandOf,
  inputFor,
  runRandom,
  visible,
} from '../../support/randomCommands.ts';

const ADDING = COMMAND_NAMES.filter((name) => /^(add|link|answer|rate|recordValue$)/.test(name));

/** Commands that an empty map offers as well: what they write names no other item. */
const NEEDS_NOTHING: ReadonlySet<CommandName> = new Set(['addLane', 'addPersona', 'changeMap', 'noteSolved']);

/** A map that people have worked on for a while, with every kind of item on it. */
function aLivedInMap(seed: number): Y.Doc {
  const random = randomFrom(seed);
  const doc = newMapDoc('Lived in', 1);
  let made = 0;
  const newId = () => `i${made++}`;
  for (const name of ['addStage', 'addLane', 'addPerson', 'addPersona', 'addStep'] as const) {
    for (let i = 0; i < 3; i++) runRandom(doc, random, newId, 'before', [name]);
  }
  for (let i = 0; i < 40; i++) runRandom(doc, random, newId, 'before', ADDING);
  for (let i = 0; i < 20; i++) runRandom(doc, random, newId, 'before');
  runRandom(doc, random, newId, 'before', ['removeItems']);
  return doc;
}

/** An input that makes sense here, or null after some tries. */
function someInput(name: CommandName, doc: Y.Doc, seed: number): unknown {
  const random = randomFrom(seed * 31);
  for (let tries = 0; tries < 30; tries++) {
    const input = inputFor(name, { random, map: liveMap(doc).snapshot(), newId: () => 'new' });
    if (input !== null) return input;
  }
  return null;
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  copy.clientID = 2;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe.each(COMMAND_NAMES)('%s', (name) => {
  const command = commandOf(name);

  it('does what makes sense, and its undo and redo are exact', () => {
    let played = 0;
    for (const seed of seeds(12)) {
      const doc = aLivedInMap(seed);
      const input = someInput(name, doc, seed);
      if (input === null) continue;
      const undo = ownUndo(doc, 'me');
      const before = visible(readMap(doc));
      expect(run(doc, command, input, 'me')).toEqual({ status: 'done' });
      const after = visible(readMap(doc));
      expect(undo.undoStack.length).toBeLessThanOrEqual(1);
      if (undo.undoStack.length === 0) expect(after).toEqual(before);
      undo.undo();
      expect(visible(readMap(doc))).toEqual(before);
      undo.redo();
      expect(visible(readMap(doc))).toEqual(after);
      played++;
    }
    expect(played).toBeGreaterThan(5);
  });

  it('gives the same map wherever it is replayed', () => {
    for (const seed of seeds(4)) {
      const doc = aLivedInMap(seed);
      const input = someInput(name, doc, seed);
      const [one, other] = [copyOf(doc), copyOf(doc)];
      if (input === null) continue;
      run(one, command, input, 'me');
      run(other, command, input, 'somebody else');
      expect(Y.encodeStateAsUpdate(one)).toEqual(Y.encodeStateAsUpdate(other));
    }
  });

  it('writes nothing when it is refused', () => {
    let refusals = 0;
    for (const seed of seeds(6)) {
      const input = someInput(name, aLivedInMap(seed), seed);
      if (input === null) continue;
      // What the input names is not on this map; what needs nothing is done.
      const doc = newMapDoc('Elsewhere', 1);
      const before = Y.encodeStateAsUpdate(doc);
      const outcome = run(doc, command, input, 'me');
      if (outcome.status === 'done') continue;
      expect(outcome.reason).toMatch(/^.+[.]$/);
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
      refusals++;
    }
    if (NEEDS_NOTHING.has(name)) expect(refusals).toBe(0);
    else expect(refusals).toBeGreaterThan(0);
  });
});

it('names and labels are told apart', () => {
  const all = COMMAND_NAMES.map(commandOf);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, label } of all) {
    expect(name).toMatch(/^[a-z]+\.[a-z]+$/);
    expect(label).not.toBe('');
  }
});
