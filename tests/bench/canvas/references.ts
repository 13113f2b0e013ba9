import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Scene } from './scene.ts';

/** The reference pages: what they are called in the table, and where they are. */
export const REFERENCES = { 'plain React Flow': 'flow', 'plain DOM': 'dom', 'one canvas': 'paint' } as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Builds the reference pages as for use and serves them from memory, scenes included; answers where, and how to end. */
export async function serveReferences(folder: string, scenes: ReadonlyMap<number, Scene>) {
  const root = join(import.meta.dirname, 'peers');
  const input = Object.fromEntries(Object.values(REFERENCES).map((name) => [name, join(root, `${name}.html`)]));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', rollupOptions: { input } },
  });
  const files = new Map<string, Buffer>();
  for (const [touchpoints, scene] of scenes) {
    files.set(`/scene-${touchpoints}.json`, Buffer.from(JSON.stringify(scene)));
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const body = files.get(pathname) ?? readFileSync(join(folder, pathname));
      files.set(pathname, body);
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return { url, close: () => void server.close() };
}
