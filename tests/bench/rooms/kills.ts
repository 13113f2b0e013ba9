import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { newGuest } from '../../support/visitor.ts';
import { type Entry, type Place, placeOf } from './contestants.ts';
import { pause } from './figures.ts';
import { BenchPerson } from './person.ts';
import { hearSaved } from './saving.ts';
import { messages } from './wire.ts';

const WRITERS = 20;

/** Kills the server in the middle of twenty writers, again and again: how much that was called saved is missing. */
export async function kills(entry: Entry, folder: string, rounds: number): Promise<{ saved: number; lost: number }> {
  const dataDir = await mkdtemp(join(folder, 'kills-'));
  let [saved, lost] = [0, 0];
  let server = await entry.start(dataDir);
  const owner = await newGuest(server.process.found);
  const map = await owner.createMap('killed');
  for (let round = 0; round < rounds; round++) {
    const place = placeOf(server.process.found, map, () => owner.cookie);
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => BenchPerson.join(place, 0)));
    await pause(200);
    const known = writers.map((writer, index) => {
      const one = { index, written: 0, saved: 0 };
      hearSaved(writer, (counter) => {
        one.saved = counter;
      });
      writer.begin();
      return one;
    });
    const until = performance.now() + 300 + Math.random() * 700;
    while (performance.now() < until) {
      for (const [index, writer] of writers.entries()) {
        const one = known[index];
        if (!one) continue;
        writer.write(mark(round, index, one.written));
        one.written = writer.askSaved();
      }
      await pause(4);
    }
    await server.process.end('SIGKILL');
    for (const { wire } of writers) wire.close();
    server = await entry.start(dataDir);
    const text = await contentOf(placeOf(server.process.found, map, () => owner.cookie));
    for (const one of known) {
      saved += one.saved;
      for (let edit = 0; edit < one.saved; edit++) if (!text.includes(mark(round, one.index, edit))) lost++;
    }
  }
  await server.process.end();
  return { saved, lost };
}

const mark = (round: number, writer: number, edit: number): string => `<${round}:${writer}.${edit}>`;

async function contentOf(place: Place): Promise<string> {
  const person = await BenchPerson.join(place, 0);
  const doc = new Y.Doc();
  return new Promise((resolve) => {
    person.wire.onBytes(
      messages((message) => {
        const decoder = decoding.createDecoder(message);
        if (decoding.readVarUint(decoder) !== 0) return;
        const step = decoding.readVarUint(decoder);
        // A large map comes as edits, and the answer to what was lacking says that these are all.
        if (step !== 0) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
        if (step !== 1) return;
        person.wire.close();
        resolve([...doc.getMap<Y.Map<unknown>>('notes').values()].map((note) => String(note.get('text'))).join('\n'));
      }),
    );
  });
}
