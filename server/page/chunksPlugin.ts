import { join } from 'node:path';
import type { Plugin, Rollup } from 'vite';

const client = join(import.meta.dirname, '..', '..', 'client');
const page = (name: string): string => join(client, name);

/** What a visit begins with, whichever page it is. */
const START = [page('main.tsx')];
/** What draws a map. */
const MAP = [page('session/earlySession.ts'), page('panels/EditorPage.tsx')];
/** Pages that should not wait for the code that draws a map. */
const OTHERS = [
  'home/HomePage.tsx',
  'home/NotFoundPage.tsx',
  'people/JoinPage.tsx',
  'people/SignInPage.tsx',
  'people/AccountPage.tsx',
].map(page);
/** Comes without all this and takes from it what it shares alone. */
const EXECUTIVE = [page('executive/page.ts')];

const CHUNKS = ['common', 'start', 'shared', 'map'] as const;
type Chunk = (typeof CHUNKS)[number];

/**
 * Puts the code that the page of a map begins with into a few files. By itself the bundler makes one for each set of
 * pages and dialogs that share a module: some fifty for a map, and each costs browser and server as much as its reading.
 */
export function chunksPlugin(): Plugin {
  let chunkOf: ReadonlyMap<string, Chunk> = new Map();
  return {
    name: 'throughline-chunks',
    apply: 'build',
    config: () => ({
      environments: {
        client: {
          build: {
            // Browsers that do not know such links load the same a moment later.
            modulePreload: { polyfill: false },
            rollupOptions: {
              output: {
                // What a group imports comes along with it, so the first have to be those that the others build on.
                codeSplitting: {
                  groups: CHUNKS.map((name) => ({ name, test: (id: string) => chunkOf.get(id) === name })),
                },
              },
            },
          },
        },
      },
    }),
    buildEnd() {
      if (this.environment.name === 'client') chunkOf = chunksOf((id) => this.getModuleInfo(id));
    },
  };
}

type Look = (id: string) => Rollup.ModuleInfo | null;

function chunksOf(look: Look): ReadonlyMap<string, Chunk> {
  const executive = needed(EXECUTIVE, look);
  const start = needed(START, look);
  const map = needed(MAP, look);
  const others = needed(OTHERS, look);
  const chunks = new Map<string, Chunk>();
  for (const id of new Set([...start, ...map])) {
    if (executive.has(id)) chunks.set(id, 'common');
    else if (start.has(id)) chunks.set(id, 'start');
    else chunks.set(id, others.has(id) ? 'shared' : 'map');
  }
  return chunks;
}

/** These modules and all that they import before they can run. */
function needed(entries: readonly string[], look: Look): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of look(id)?.importedIds ?? []) add(imported);
  };
  for (const entry of entries) {
    if (!look(entry)) throw new Error(`No part of the page is ${entry}`);
    add(entry);
  }
  return found;
}
