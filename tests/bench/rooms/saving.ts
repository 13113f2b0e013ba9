import * as decoding from 'lib0/decoding';
import type { Contestant } from './contestants.ts';
import { type Figures, figuresOf, pause } from './figures.ts';
import { BenchPerson } from './person.ts';
import { messages } from './wire.ts';

/** Hears which counters of one person are on disk. */
export function hearSaved(person: BenchPerson, saved: (counter: number) => void): void {
  person.wire.onBytes(
    messages((message) => {
      if (message[0] === 101) saved(decoding.readVarUint(decoding.createDecoder(message.subarray(1))));
    }),
  );
}

/** Twenty people make five edits a second each: how long until each is told that its edit is on disk. */
export async function saving(contestant: Contestant, seconds: number): Promise<{ saved: Figures; core: number }> {
  const place = await contestant.newPlace(20);
  const times: number[] = [];
  const people = await Promise.all(Array.from({ length: 20 }, (_, index) => BenchPerson.join(place, index)));
  await pause(300);
  for (const person of people) person.begin();
  await pause(300);
  const before = await contestant.process.cost();
  const began = performance.now();
  await Promise.all(
    people.map(async (person) => {
      const askedAt: number[] = [];
      let answered = 0;
      hearSaved(person, (counter) => {
        for (; answered < counter; answered++) times.push(performance.now() - (askedAt[answered] ?? Number.NaN));
      });
      while (performance.now() - began < seconds * 1_000) {
        person.write('x');
        askedAt.push(performance.now());
        person.askSaved();
        await pause(200 * (0.5 + Math.random()));
      }
    }),
  );
  const after = await contestant.process.cost();
  const core = (after.cpu - before.cpu) / ((performance.now() - began) / 1_000);
  await pause(300);
  for (const { wire } of people) wire.close();
  return { saved: figuresOf(times), core };
}
