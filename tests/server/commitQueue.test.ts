import { expect, it } from 'vitest';
import { CommitQueue, type LogWriter } from '../../server/storage/commitQueue.ts';
import type { MapSummary, NewRow } from '../../server/storage/storage.ts';
import { bytes, until } from '../support/clients.ts';

const counts = { stages: 0, steps: 0, lanes: 0, touchpoints: 0, handoffs: 0 };
const titled = (title: string): MapSummary => ({ title, state: 'current', template: false, counts });

class Writer implements LogWriter {
  readonly map: string;
  reached = 0;
  broken = false;

  constructor(map: string) {
    this.map = map;
  }

  summary(): MapSummary {
    if (this.broken) throw new Error('broken');
    return titled(this.map);
  }

  committed(position: number): void {
    this.reached = position;
  }
}

function recording() {
  const rows: NewRow[] = [];
  const queue = new CommitQueue({ append: async (some) => void rows.push(...some) }, { delay: 0 });
  return { rows, queue };
}

it('stores the edits of everybody, also when one document broke so that it has no summary', async () => {
  const { rows, queue } = recording();
  const [good, broken] = [new Writer('good'), new Writer('broken')];
  broken.broken = true;
  queue.append(broken, bytes(1), 1);
  queue.append(good, bytes(2), 1);
  await until('both are stored', () => good.reached === 1 && broken.reached === 1);
  expect(rows.map(({ map, summary }) => [map, summary])).toEqual([
    ['broken', null],
    ['good', titled('good')],
  ]);
});

it('says when more waits than it should hold, until that is stored', async () => {
  let works = false;
  const append = async () => {
    if (!works) throw new Error('the disk is full');
  };
  const queue = new CommitQueue({ append }, { delay: 0, capacity: 10 });
  const writer = new Writer('a');
  queue.append(writer, new Uint8Array(10), 1);
  expect(queue.isFull).toBe(false);
  queue.append(writer, new Uint8Array(1), 2);
  expect(queue.isFull).toBe(true);
  await until('storing failed', () => queue.status.storage === 'failing');
  expect(queue.isFull).toBe(true);
  works = true;
  queue.hurry();
  await until('it is stored', () => writer.reached === 2);
  expect(queue.isFull).toBe(false);
});

it('stores a document that broke under the summary it had', async () => {
  const { rows, queue } = recording();
  const writer = new Writer('a');
  queue.append(writer, bytes(1), 1);
  await until('the first is stored', () => writer.reached === 1);
  writer.broken = true;
  queue.append(writer, bytes(2), 2);
  await until('the second is stored', () => writer.reached === 2);
  expect(rows.map(({ summary }) => summary)).toEqual([titled('a'), titled('a')]);
});
