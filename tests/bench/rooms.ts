import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Contestant,
  type Entry,
  hocuspocus,
  ourServer,
  relay,
  yWebsocket,
  yWebsocketLevel,
} from './rooms/contestants.ts';
import { figuresOf, ms, percent, print, quietest, times } from './rooms/figures.ts';
import { longHistory } from './rooms/history.ts';
import { kills } from './rooms/kills.ts';
import { type Meeting, type Met, meet } from './rooms/meeting.ts';
import { memory } from './rooms/memory.ts';
import { openLevel, openOurs } from './rooms/opening.ts';
import { findPeers } from './rooms/peers.ts';
import { saving } from './rooms/saving.ts';
import { ServerProcess } from './rooms/serverProcess.ts';
import { throughput } from './rooms/throughput.ts';

/**
 * How good the rooms are, beside other servers in the same run: `npm run bench:rooms`, or some rows of it with
 * `npm run bench:rooms -- relay cursors`. Every server is a process of its own, and everybody who takes part a real
 * socket. BENCH_SECONDS and BENCH_ROUNDS make it longer: of several rounds the median counts where servers are compared
 * in turns, else the quietest. BENCH_PEERS=no leaves the other servers out.
 */
const SECONDS = Number(process.env.BENCH_SECONDS || 4);
const ROUNDS = Number(process.env.BENCH_ROUNDS || 3);
/**
 * As many edits as no server refuses, for as long as it takes Node to have translated all that runs for one: until then a
 * server is measured that is still being compiled, and one that does more takes longer over that.
 */
const WARMING_UP: Meeting = { people: 50, writers: 10, edits: 500, moves: 0, seconds: 10 };
const KILLS = Number(process.env.KILLS || 20);

const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
const peers = process.env.BENCH_PEERS === 'no' ? null : await findPeers(print);
const ours = ourServer(folder);
const inMemory = peers ? [yWebsocket(peers)] : [];
const stored = peers ? [yWebsocketLevel(peers, folder)] : [];
const others = peers ? [hocuspocus(peers, folder)] : [];

const rows: Record<string, () => Promise<void>> = {
  async relay() {
    heading('10 writers, 20 edits a second each: milliseconds until the others have an edit');
    const servers = await started([relay(), ...inMemory, ...others, ours]);
    for (const people of [10, 50, 100, 200]) {
      print(`${people} people\n`);
      const met = await compared(servers, { people, writers: 10, edits: 200, moves: 0, seconds: SECONDS });
      const against = (at: number) => times(middle(ratios(met.at(-1), met[at])));
      print(`  ours to the relay, p95: ${against(0)}`);
      if (peers) print(`   to @y/websocket-server: ${against(1)}`);
      print('\n');
    }
    await ended(servers);
  },
  async cursors() {
    heading("10 writers, 20 edits a second each, and everybody's cursor 10 times a second, 200 people");
    const servers = await started([ours, ...others, ...inMemory, relay()]);
    await compared(servers, { people: 200, writers: 10, edits: 200, moves: 10, seconds: SECONDS });
    await ended(servers);
  },
  async crowd() {
    heading("20 writers, 20 edits a second each, and everybody's cursor 10 times a second, 300 people");
    const servers = await started([ours]);
    await compared(servers, { people: 300, writers: 20, edits: 400, moves: 10, seconds: SECONDS });
    await ended(servers);
  },
  async saved() {
    heading('20 writers, 5 edits a second each: milliseconds until an edit is on disk and its writer was told');
    const server = await ours.start();
    const best = await quietest(
      ROUNDS,
      () => saving(server, SECONDS),
      ({ saved }) => saved.p95,
    );
    print(
      `  p50${ms(best.saved.p50)}   p95${ms(best.saved.p95)}   p99${ms(best.saved.p99)}   core${percent(best.core)}\n`,
    );
    await server.process.end();
  },
  async throughput() {
    heading('20 people in one map: the most edits a second before p95 passes 250 ms or one is missing');
    const results = new Map<string, number>();
    for (const entry of [...inMemory, ...stored, ...others, ours]) {
      const most = -(await quietest(
        ROUNDS,
        () => throughput(entry, SECONDS).then((edits) => -edits),
        (edits) => edits,
      ));
      results.set(entry.name, most);
      print(`  ${entry.name.padEnd(34)}${String(most).padStart(7)}\n`);
    }
    const [mine, reference] = [results.get(ours.name), results.get(inMemory[0]?.name ?? '')];
    if (mine && reference) print(`  ours, every one stored, to the reference in memory: ${times(mine / reference)}\n`);
  },
  async opening() {
    const history = longHistory();
    heading('a map of 300 items after 50,000 edits, opened after a restart: milliseconds until all content is there');
    const print2 = (name: string, { content, synced }: { content: number; synced: number }) =>
      print(`  ${name.padEnd(44)}${ms(content)}   said to be there after${ms(synced)}\n`);
    const mine = await openOurs(ours, history, folder);
    if (peers && stored[0]) {
      const { first, later } = await openLevel(stored[0], peers, history, folder);
      print2(`${stored[0].name}, the first time`, first);
      print2(`${stored[0].name}, later`, later);
      print2(ours.name, mine);
      print(`  ours to theirs, later: ${times(mine.content / later.content)}\n`);
    } else print2(ours.name, mine);
  },
  async memory() {
    heading('300 maps like the sample, 3 people in each: memory a map, and what is given back 60 s after they left');
    for (const entry of [...inMemory, ours]) {
      const server = await entry.start();
      const { perMap, givenBack } = await memory(server, entry === ours);
      const back = givenBack === null ? '' : `   given back${percent(givenBack)}`;
      print(`  ${entry.name.padEnd(34)}${(perMap * 1_000).toFixed(0).padStart(7)} kB${back}\n`);
      await server.process.end('SIGKILL');
    }
  },
  async kills() {
    heading(`${KILLS} times kill -9 in the middle of 20 writers: edits that were called saved and are missing`);
    const { saved, lost } = await kills(ours, folder, KILLS);
    print(`  ${lost} of ${saved}\n`);
  },
};

/** Servers that have been at work for a while: it is not the first seconds of a process that people wait for. */
async function started(entries: readonly Entry[]): Promise<Contestant[]> {
  const servers = await Promise.all(entries.map((entry) => entry.start()));
  for (const server of servers) await meet(server, WARMING_UP);
  return servers;
}

const ended = (servers: readonly Contestant[]) => Promise.all(servers.map(({ process }) => process.end('SIGKILL')));

/**
 * The same meeting on each server in turn, and that several times: what disturbs one round disturbs all alike. Answers
 * with the rounds of each, and prints the middle one.
 */
async function compared(servers: readonly Contestant[], meeting: Meeting): Promise<Met[][]> {
  const rounds: Met[][] = servers.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, server] of servers.entries()) rounds[at]?.push(await meet(server, meeting));
  }
  for (const [at, all] of rounds.entries()) {
    const met = [...all].sort((a, b) => badness(a) - badness(b))[Math.floor(all.length / 2)];
    if (!met) continue;
    const cursors = meeting.moves > 0 ? `   cursor p50${ms(met.cursor.p50)} p95${ms(met.cursor.p95)}` : '';
    const lost = met.missing > 0 ? `   missing ${met.missing} of ${met.expected}` : '';
    print(
      `  ${(servers[at]?.name ?? '').padEnd(24)}edit p50${ms(met.edit.p50)} p95${ms(met.edit.p95)}${cursors}   core${percent(met.core)}${lost}\n`,
    );
  }
  return rounds;
}

/** How much longer one took than the other, round by round. */
const ratios = (one: readonly Met[] = [], other: readonly Met[] = []): number[] =>
  one.map(({ edit }, round) => edit.p95 / (other[round]?.edit.p95 ?? Number.NaN));

const middle = (numbers: readonly number[]): number => figuresOf(numbers).p50;

const badness = ({ edit, missing }: Met): number => edit.p95 + missing * 1_000;

function heading(text: string): void {
  print(`\n${text}\n`);
}

try {
  const chosen = process.argv.slice(3).filter((name) => name in rows);
  print(
    `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}; ${ROUNDS} rounds of ${SECONDS} s\n`,
  );
  const load = loadavg()[0] ?? 0;
  if (load > 0.5) print(`The machine is busy (load ${load.toFixed(1)}): all figures are worse than they need be.\n`);
  for (const name of chosen.length > 0 ? chosen : Object.keys(rows)) await rows[name]?.();
} finally {
  await Promise.all([...ServerProcess.all].map((server) => server.end('SIGKILL')));
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
