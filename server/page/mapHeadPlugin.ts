import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rollup } from 'vite';

const client = join(import.meta.dirname, '..', '..', 'client');
const START = join(client, 'main.tsx');
const EDITOR = join(client, 'panels', 'EditorPage.tsx');
/** Has nothing to wait for: the map itself is on its way before the code that draws it. */
const ASK = join(client, 'session', 'early', 'askEarly.ts');

const SKELETON = join(client, 'panels', 'opening', 'skeleton.html');

/**
 * Makes `map-head.html`: links to all that the page of a map needs before it can draw. The server puts them into the
 * document of a map's address, so that the browser asks for everything at once instead of when the first part has run.
 * And `map-body.html`, what is seen meanwhile.
 */
export function mapHeadPlugin(): Plugin {
  return {
    name: 'throughline-map-head',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      // The document asks for what every page starts with by itself.
      const start = withImports(chunkWith(START, chunks), chunks);
      const needed = withImports(chunkWith(EDITOR, chunks), chunks).filter((chunk) => !start.includes(chunk));
      const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
      const links = [
        `<script type="module" async crossorigin src="/${chunkWith(ASK, chunks).fileName}"></script>`,
        ...needed.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`),
        ...[...new Set(styles)].map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
      ];
      this.emitFile({ type: 'asset', fileName: 'map-head.html', source: links.join('\n') });
      const body = `<div class="skeleton">${readFileSync(SKELETON, 'utf8')}</div>`;
      this.emitFile({ type: 'asset', fileName: 'map-body.html', source: body });
    },
  };
}

function chunkWith(module: string, chunks: readonly Rollup.OutputChunk[]): Rollup.OutputChunk {
  const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(module));
  if (!chunk) throw new Error(`No part of the page holds ${module}`);
  return chunk;
}

/** The chunk and all that it imports, what is evaluated first before what needs it. */
function withImports(chunk: Rollup.OutputChunk, all: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const seen = new Set<Rollup.OutputChunk>();
  const found: Rollup.OutputChunk[] = [];
  const add = (one: Rollup.OutputChunk) => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const name of one.imports) {
      const imported = all.find(({ fileName }) => fileName === name);
      if (imported) add(imported);
    }
    found.push(one);
  };
  add(chunk);
  return found;
}
