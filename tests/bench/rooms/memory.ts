import * as Y from 'yjs';
import { sampleMap } from '../../../shared/samples/index.ts';
import type { Contestant } from './contestants.ts';
import { MB, pause } from './figures.ts';
import { BenchPerson } from './person.ts';

const MAPS = 300;
const EACH = 3;
/** The promise is that memory is given back within this time. */
const GIVEN_BACK_AFTER = 60_000;

export interface Memory {
  /** Megabytes in use for each map, with its three people. */
  readonly perMap: number;
  /** The share of it that was given back when they had left; null where nobody waited for that. */
  readonly givenBack: number | null;
}

/** Three hundred maps like the sample, three people in each. */
export async function memory(contestant: Contestant, leave: boolean): Promise<Memory> {
  let made = 0;
  const doc = sampleMap('broadband', { newId: () => `item-${++made}`, today: '2026-01-01' });
  const content = Y.encodeStateAsUpdate(doc);
  // The server has begun everything that it begins once.
  await (await BenchPerson.join(await contestant.newPlace(EACH), 0)).wire.close();
  await pause(1_000);
  const before = (await contestant.process.cost(true)).used;
  const people: BenchPerson[] = [];
  for (let map = 0; map < MAPS; map++) {
    const place = await contestant.newPlace(EACH);
    for (let index = 0; index < EACH; index++) people.push(await BenchPerson.join(place, index));
    people.at(-EACH)?.bring(content);
    if (map % 10 === 9) await pause(100);
  }
  await pause(3_000);
  const full = (await contestant.process.cost(true)).used;
  for (const { wire } of people) wire.close();
  const perMap = (full - before) / MAPS / MB;
  if (!leave) return { perMap, givenBack: null };
  await pause(GIVEN_BACK_AFTER);
  const left = (await contestant.process.cost(true)).used;
  return { perMap, givenBack: (full - left) / (full - before) };
}
