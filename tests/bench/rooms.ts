import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { foldLog } from '../../server/documents/foldLog.ts';
import { mapRules, summarize } from '../../server/documents/mapDocument.ts';
import { encodeRow } from '../../server/storage/logRow.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqliteStorage.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import { builtServer } from '../support/builtServer.ts';

/**
 * How fast a room is: `npm run bench:rooms`. The server and the yardstick, a relay that does nothing but relay, run as
 * processes of their own; everybody who takes part is a real socket of this process.
 */
const SECONDS = Number(process.env.BENCH_SECONDS || 5);
const WRITERS = 10;
const EDITS_A_SECOND = 20;
/** Of the many who receive, these many look at the clock: enough to see the last in line, few enough not to be measured themselves. */
const WATCHERS = 10;

const processes: ChildProcess[] = [];
const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
async function main(): Promise<void> {
  const url = await startServer(join(folder, 'live'));
  const relay = await startRelay();
  const [serverProcess, relayProcess] = processes;
  print(
    `${WRITERS} writers, ${EDITS_A_SECOND} edits a second each, ${SECONDS} s; milliseconds until the others have an edit\n\n`,
  );
  print('people      relay p50      p95  core    server p50      p95  core    ratio of p95\n');
  for (const people of [10, 50, 100]) {
    const map = await createMap(url);
    const ours = await measured(serverProcess, () => relayed((at) => open(socketAddress(url, map), at), people));
    const theirs = await measured(relayProcess, () => relayed((at) => open(relay, at), people));
    const row = [theirs, ours].map(({ times, core }) => `${ms(times.p50)} ${ms(times.p95)} ${core}`).join('    ');
    print(`${String(people).padEnd(8)} ${row}    ${(ours.times.p95 / theirs.times.p95).toFixed(2)}\n`);
  }
  const { times, core } = await measured(serverProcess, () => savedTimes(url));
  print(`\nedit -> saved on disk, 20 writers, 5 edits a second each:\n`);
  print(`  p50 ${ms(times.p50)}  p95 ${ms(times.p95)}  p99 ${ms(times.p99)}  core ${core}\n`);
  await openingTimes();
}

/** Times, and how much of a processor core the process used meanwhile (where the system tells). */
async function measured(child: ChildProcess | undefined, work: () => Promise<number[]>) {
  const [cpu, clock] = [cpuSeconds(child?.pid), performance.now()];
  const times = figures(await work());
  const share = (cpuSeconds(child?.pid) - cpu) / ((performance.now() - clock) / 1_000);
  return { times, core: Number.isNaN(share) ? '  - ' : `${(share * 100).toFixed(0).padStart(3)}%` };
}

function cpuSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // Hundredths of a second: in user mode and in the system's.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

const socketAddress = (url: string, map: string) => `${url.replace('http', 'ws')}/sync/${map}`;

// --- who takes part ---

interface Participant {
  readonly socket: WebSocket;
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  written: number;
}

function open(address: string, index: number): Promise<Participant> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const doc = new Y.Doc();
  const text = new Y.Text();
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => {
      socket.send(syncMessage(0, Uint8Array.of(0)));
      const participant = { socket, doc, text, written: 0 };
      send(participant, () => doc.getMap('notes').set(`n${index}`, new Y.Map([['text', text]])));
      resolve(participant);
    });
  });
}

/** Makes an edit and sends it as the page does. */
function send({ socket, doc }: Participant, edit: () => void): void {
  const before = Y.encodeStateVector(doc);
  edit();
  socket.send(syncMessage(2, Y.encodeStateAsUpdate(doc, before)));
}

function syncMessage(step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, step]) encoding.writeVarUint(encoder, number);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** What marks an edit in the bytes, whatever it was merged with on its way. */
const mark = (writer: number, edit: number) => `<${writer}.${edit}>`;

async function relayed(join: (index: number) => Promise<Participant>, people: number): Promise<number[]> {
  const participants = await Promise.all(Array.from({ length: people }, (_, index) => join(index)));
  await pause(300);
  const sentAt = new Map<string, number>();
  const times: number[] = [];
  const step = Math.max(1, Math.floor(people / WATCHERS));
  for (let at = 0; at < people; at += step) {
    participants[at]?.socket.on('message', (data: Buffer) => {
      const now = performance.now();
      for (const [found, writer] of data.toString('latin1').matchAll(/<(\d+)\.\d+>/g)) {
        const sent = sentAt.get(found);
        if (sent !== undefined && Number(writer) !== at) times.push(now - sent);
      }
    });
  }
  const end = performance.now() + SECONDS * 1_000;
  const writers = participants.slice(0, WRITERS).map(async (participant, writer) => {
    while (performance.now() < end) {
      const token = mark(writer, participant.written++);
      sentAt.set(token, performance.now());
      send(participant, () => participant.text.insert(participant.text.length, token));
      await pause((1_000 / EDITS_A_SECOND) * (0.5 + Math.random()));
    }
  });
  await Promise.all(writers);
  await pause(500);
  const expected =
    [...sentAt.keys()].length * Math.ceil(people / step) -
    [...sentAt.keys()].filter((token) => Number(token.slice(1).split('.')[0]) % step === 0).length;
  if (times.length < expected * 0.99) print(`  (only ${times.length} of ${expected} edits arrived)\n`);
  for (const { socket } of participants) socket.terminate();
  return times;
}

async function savedTimes(url: string): Promise<number[]> {
  const map = await createMap(url);
  const times: number[] = [];
  const writers = await Promise.all(Array.from({ length: 20 }, (_, index) => open(socketAddress(url, map), index)));
  const end = performance.now() + SECONDS * 1_000;
  await Promise.all(
    writers.map(async (participant) => {
      const sentAt: number[] = [];
      let answered = 0;
      participant.socket.on('message', (data: Buffer) => {
        if (data[0] !== 101) return;
        const counter = readUint(data.subarray(1));
        for (; answered < counter; answered++) times.push(performance.now() - (sentAt[answered] ?? 0));
      });
      while (performance.now() < end) {
        sentAt.push(performance.now());
        send(participant, () => participant.text.insert(0, 'x'));
        const encoder = encoding.createEncoder();
        encoding.writeVarUint(encoder, 101);
        encoding.writeVarUint(encoder, sentAt.length);
        participant.socket.send(encoding.toUint8Array(encoder));
        await pause(200 * (0.5 + Math.random()));
      }
    }),
  );
  await pause(300);
  for (const { socket } of writers) socket.terminate();
  return times;
}

function readUint(bytes: Uint8Array): number {
  let value = 0;
  for (const [at, byte] of bytes.entries()) {
    value += (byte & 127) * 128 ** at;
    if (byte < 128) break;
  }
  return value;
}

// --- opening a map with a past ---

async function openingTimes(): Promise<void> {
  const { workers } = await builtServer();
  const cold = join(folder, 'cold');
  const storage = await openSqliteStorage({ folder: cold, worker: workers.sqlite });
  const { doc, rows, checkpoint } = longHistory();
  const summary = summarize(doc);
  for (const id of ['A'.repeat(22), 'B'.repeat(22)]) {
    await storage.createMap({ ...summary, id, createdAt: 0, checkpoint });
    await storage.append(rows.map((data) => ({ map: id, data, at: 0, summary })));
  }
  // As the server leaves it: folded, with a tail that was not yet worth folding.
  const log = await storage.readLog('A'.repeat(22));
  const folded = foldLog({ ...log, rows: log.rows.slice(0, -249) }, mapRules);
  if (folded.status !== 'read') throw new Error(folded.reason);
  await storage.replaceLog('A'.repeat(22), { ...folded.value, at: 0 });
  await storage.close();
  print(
    `\na map of 300 items after 50,000 edits, opened for the first time after a restart (${(Y.encodeStateAsUpdate(doc).length / 1e3).toFixed(0)} kB)\n`,
  );
  for (const [what, id] of [
    ['folded as the server does, 249 rows since', 'A'],
    ['never folded, 50,000 rows', 'B'],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < (id === 'A' ? 5 : 1); round++) {
      const url = await startServer(cold);
      times.push(await openOnce(socketAddress(url, id.repeat(22)), doc));
      const server = processes.pop();
      server?.kill('SIGTERM');
      await new Promise((resolve) => server?.once('exit', resolve));
    }
    print(`  ${what}: connect -> everything there ${ms(figures(times).p50)}\n`);
  }
}

function openOnce(address: string, expected: Y.Doc): Promise<number> {
  const started = performance.now();
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const doc = new Y.Doc();
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => socket.send(syncMessage(0, Uint8Array.of(0))));
    socket.on('message', (data: Buffer) => {
      if (data[0] !== 0 || data[1] !== 1) return;
      const body = data.subarray(2);
      let skip = 1;
      while ((body[skip - 1] ?? 0) >= 128) skip++;
      Y.applyUpdate(doc, body.subarray(skip));
      const took = performance.now() - started;
      const whole = Y.encodeStateVector(doc).length === Y.encodeStateVector(expected).length;
      socket.terminate();
      if (whole) resolve(took);
      else reject(new Error('the map did not come whole'));
    });
  });
}

/** Three hundred items that ten people fill in, move and write about for a long time. */
function longHistory(): { doc: Y.Doc; rows: Uint8Array[]; checkpoint: Uint8Array } {
  const doc = newMapDoc('A map with a past');
  const checkpoint = Y.encodeStateAsUpdate(doc);
  const rows: Uint8Array[] = [];
  const touchpoints = doc.getMap<Y.Map<unknown>>('touchpoints');
  doc.on('update', (update: Uint8Array) => rows.push(encodeRow([update])));
  for (let at = 0; at < 300; at++)
    touchpoints.set(`t${at}`, new Y.Map<unknown>([['title', new Y.Text(`Touchpoint ${at}`)]]));
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % below;
  };
  while (rows.length < 50_000) {
    doc.clientID = 10_000 + random(10);
    const item = touchpoints.get(`t${random(300)}`);
    const title = item?.get('title');
    if (!item || !(title instanceof Y.Text)) continue;
    const kind = random(10);
    if (kind < 6) title.insert(random(title.length + 1), 'abcdefgh'.charAt(random(8)));
    else if (kind < 8 && title.length > 5) title.delete(random(title.length), 1);
    else if (kind < 9) item.set('place', { step: `s${random(40)}`, lane: `l${random(12)}` });
    else item.set('channel', `channel ${random(20)}`);
  }
  return { doc, rows, checkpoint };
}

// --- processes and figures ---

async function startServer(dataDir: string): Promise<string> {
  const { main } = await builtServer();
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir };
  return (await startChild([main], env, /ready at (http:\S+)\n/)) ?? '';
}

async function startRelay(): Promise<string> {
  return `ws://127.0.0.1:${await startChild([join(import.meta.dirname, 'relay.mjs')], process.env, /(\d+)\n/)}`;
}

function startChild(args: string[], env: NodeJS.ProcessEnv, ready: RegExp): Promise<string | undefined> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      const found = ready.exec(output);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)));
  });
}

async function createMap(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${url}/api/maps`, { method: 'POST', headers, body: JSON.stringify({ title: 'bench' }) });
  return ((await reply.json()) as { id: string }).id;
}

function figures(times: number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function ms(value = Number.NaN): string {
  return value.toFixed(2).padStart(7);
}

function print(text: string): void {
  process.stdout.write(text);
}

try {
  await main();
} finally {
  for (const child of processes) child.kill('SIGTERM');
  await Promise.all(processes.map((child) => child.exitCode ?? new Promise((resolve) => child.once('exit', resolve))));
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
