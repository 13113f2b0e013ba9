import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { foldLog } from '../../../server/documents/foldLog.ts';
import { mapRules, summarize } from '../../../server/documents/mapDocument.ts';
import { encodeRow } from '../../../server/storage/logRow.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqliteStorage.ts';
import { builtServer } from '../../support/builtServer.ts';
import { newGuest } from '../../support/visitor.ts';
import { type Contestant, type Entry, placeOf } from './contestants.ts';
import { figuresOf } from './figures.ts';
import type { History } from './history.ts';
import type { Peers } from './peers.ts';
import { BenchPerson } from './person.ts';
import { messages } from './wire.ts';

/** From connecting until all content is there, and until it was said to be there, in milliseconds. */
export interface Opened {
  readonly content: number;
  readonly synced: number;
}

const ROUNDS = 5;

/** Each time after a start; the median, since the first time warms the disk's cache. */
async function openings(open: () => Promise<Opened>): Promise<Opened> {
  const all: Opened[] = [];
  for (let round = 0; round < ROUNDS; round++) all.push(await open());
  return {
    content: figuresOf(all.map(({ content }) => content)).p50,
    synced: figuresOf(all.map(({ synced }) => synced)).p50,
  };
}

/** As the server leaves a map: folded, with a tail that was not yet worth folding. */
export async function openOurs(entry: Entry, history: History, folder: string): Promise<Opened> {
  const dataDir = await mkdtemp(join(folder, 'history-'));
  // Through the running server, so that somebody owns the map.
  const making = await entry.start(dataDir);
  const owner = await newGuest(making.process.found);
  const map = await owner.createMap('A map with a past');
  await making.process.end();

  const { workers } = await builtServer();
  const storage = await openSqliteStorage({ folder: dataDir, worker: workers.sqlite });
  const summary = summarize(history.doc);
  const made = await storage.readLog(map);
  const base = { base: made.checkpoint?.seq ?? null, at: 0 };
  await storage.replaceLog(map, { ...base, rows: made.rows.map(({ seq }) => seq), checkpoint: history.first });
  await storage.append(history.edits.map((edit) => ({ map, data: encodeRow([edit]), at: 0, summary })));
  const log = await storage.readLog(map);
  const folded = foldLog({ ...log, rows: log.rows.slice(0, -249) }, mapRules);
  if (folded.status !== 'read') throw new Error(folded.reason);
  await storage.replaceLog(map, { ...folded.value, at: 0 });
  await storage.close();

  return openings(async () => {
    const server = await entry.start(dataDir);
    try {
      return await openOnce(
        await BenchPerson.join(
          placeOf(server.process.found, map, () => owner.cookie),
          0,
        ),
        history,
      );
    } finally {
      await server.process.end('SIGKILL');
    }
  });
}

/** The same history, edit by edit, where y-leveldb keeps it; its own first opening afterwards merges it. */
export async function openLevel(
  entry: Entry,
  peers: Peers,
  history: History,
  folder: string,
): Promise<{ first: Opened; later: Opened }> {
  const dataDir = await mkdtemp(join(folder, 'level-history-'));
  const file = join(folder, 'history.bin');
  const length = (edit: Uint8Array) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(edit.length);
    return bytes;
  };
  await writeFile(file, Buffer.concat([history.first, ...history.edits].flatMap((edit) => [length(edit), edit])));
  await promisify(execFile)(process.execPath, [peers.script('fillLevel.mjs'), dataDir, 'past', file]);
  const open = async () => {
    const server: Contestant = await entry.start(dataDir);
    try {
      const place = { url: `ws://127.0.0.1:${server.process.found}/past`, cookie: () => '', hello: [] };
      return await openOnce(await BenchPerson.join({ ...place, prefix: new Uint8Array() }, 0), history);
    } finally {
      await server.process.end('SIGTERM');
    }
  };
  return { first: await open(), later: await openings(open) };
}

function openOnce(person: BenchPerson, { doc: expected }: History): Promise<Opened> {
  const started = performance.now();
  const doc = new Y.Doc();
  const vector = Y.decodeStateVector(Y.encodeStateVector(expected));
  let [content, synced] = [Number.NaN, Number.NaN];
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the map did not come whole')), 120_000);
    person.wire.onBytes(
      messages((message) => {
        const decoder = decoding.createDecoder(message);
        if (decoding.readVarUint(decoder) !== 0) return;
        const step = decoding.readVarUint(decoder);
        if (step === 0) return;
        Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
        if (step === 1 && Number.isNaN(synced)) synced = performance.now() - started;
        const isWhole = [...vector].every(([client, clock]) => Y.getState(doc.store, client) >= clock);
        if (isWhole && Number.isNaN(content)) content = performance.now() - started;
        if (Number.isNaN(content) || Number.isNaN(synced)) return;
        clearTimeout(late);
        person.wire.close();
        resolve({ content, synced });
      }),
    );
  });
}
