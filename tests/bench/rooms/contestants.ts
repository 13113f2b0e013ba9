import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { builtServer } from '../../support/builtServer.ts';
import { newGuest, type TestVisitor } from '../../support/visitor.ts';
import type { Peers } from './peers.ts';
import { ServerProcess } from './serverProcess.ts';

/** Where people connect to for one map, and what their frames look like there. */
export interface Place {
  readonly url: string;
  /** The cookie of the n-th person. */
  cookie(person: number): string;
  /** What comes before the first message of a connection. */
  readonly hello: readonly Uint8Array[];
  /** What each message begins with. */
  readonly prefix: Uint8Array;
}

/** A server under test, running. */
export interface Contestant {
  readonly name: string;
  readonly process: ServerProcess;
  /** A map nobody has opened, for so many people. */
  newPlace(people: number): Promise<Place>;
}

/** A way to start one, each time with nothing stored unless a folder is named. */
export interface Entry {
  readonly name: string;
  start(dataDir?: string): Promise<Contestant>;
}

const NOTHING = new Uint8Array();
let places = 0;

/** This server, with everybody a guest of their own whom a link brought. */
export function ourServer(folder: string): Entry {
  const name = 'throughline';
  return {
    name,
    async start(dataDir) {
      const { main } = await builtServer();
      const DATA_DIR = dataDir ?? (await mkdtemp(join(folder, 'ours-')));
      const variables = { PORT: '0', DATA_DIR, REQUESTS_PER_MINUTE: '10000000', SOCKETS_PER_ADDRESS: '100000' };
      const process = await ServerProcess.start(main, variables, /ready at (http:\S+)\n/);
      const owner = await newGuest(process.found);
      const guests: TestVisitor[] = [];
      return {
        name,
        process,
        async newPlace(people) {
          const map = await owner.createMap('bench');
          await bring(owner, map, guests, people);
          return placeOf(process.found, map, (person) => guests[person]?.cookie ?? owner.cookie);
        },
      };
    },
  };
}

/** Lets guests into a map by a link, as many as are asked for. */
async function bring(owner: TestVisitor, map: string, guests: TestVisitor[], people: number): Promise<void> {
  while (guests.length < people) guests.push(await newGuest(owner.url));
  const link = await owner.link(map, 'editor').catch(() => null);
  // A server without access control lets everybody in.
  if (!link) return;
  for (const guest of guests.slice(0, people)) await guest.join(link.url);
}

export const placeOf = (url: string, map: string, cookie: Place['cookie']): Place => ({
  url: `${url.replace(/^http/, 'ws')}/sync/${map}`,
  cookie,
  hello: [],
  prefix: NOTHING,
});

const port = /listening on (\d+)\n/;
const open = (process: ServerProcess, map: string, more: Partial<Place> = {}): Place => ({
  url: `ws://127.0.0.1:${process.found}/${map}`,
  cookie: () => '',
  hello: [],
  prefix: NOTHING,
  ...more,
});

export function relay(): Entry {
  return plain('ws relay', join(import.meta.dirname, 'peers', 'relay.mjs'), async () => ({}));
}

export function yWebsocket(peers: Peers): Entry {
  return plain('@y/websocket-server', peers.script('yWebsocket.mjs'), async () => ({}));
}

export function yWebsocketLevel(peers: Peers, folder: string): Entry {
  return plain('@y/websocket-server, y-leveldb', peers.script('yWebsocket.mjs'), async (dataDir) => ({
    YPERSISTENCE: dataDir ?? (await mkdtemp(join(folder, 'level-'))),
  }));
}

function plain(name: string, script: string, variables: (dataDir?: string) => Promise<Record<string, string>>): Entry {
  return {
    name,
    async start(dataDir) {
      const process = await ServerProcess.start(script, await variables(dataDir), port);
      return { name, process, newPlace: async () => open(process, `map${++places}`) };
    },
  };
}

/** One connection may serve many documents there, so each message names its own, and the first one a token. */
export function hocuspocus(peers: Peers, folder: string): Entry {
  const name = 'Hocuspocus 3.4, SQLite';
  return {
    name,
    async start(dataDir) {
      const DATA_DIR = dataDir ?? (await mkdtemp(join(folder, 'hocuspocus-')));
      const process = await ServerProcess.start(peers.script('hocuspocus.mjs'), { DATA_DIR }, port);
      return {
        name,
        process,
        async newPlace() {
          const map = `map${++places}`;
          const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, map));
          const token = encoding.encode((encoder) => {
            encoding.writeVarUint(encoder, 2);
            encoding.writeVarUint(encoder, 0);
            encoding.writeVarString(encoder, '');
          });
          return open(process, map, { prefix, hello: [token] });
        },
      };
    },
  };
}
