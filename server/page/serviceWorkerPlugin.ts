import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const SOURCE = join(root, 'client', 'offline', 'serviceWorker.ts');
const PUBLIC = join(root, 'public');

/**
 * Makes `sw.js`, which keeps the page for days without a network, and writes into it which files that are: all code
 * and styles and the font of Latin script. What only an export needs is large and is not among them.
 */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: 'throughline-service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      const built = Object.keys(bundle).filter(isKept);
      // No page asks for what is said to search engines.
      const plain = readdirSync(PUBLIC).filter((name) => name !== 'robots.txt');
      const version = createHash('sha256');
      for (const name of built.sort()) version.update(`${name}\n`);
      // These have no hash in their names.
      for (const name of plain.sort()) version.update(readFileSync(join(PUBLIC, name)));
      const source = readFileSync(SOURCE, 'utf8');
      version.update(source);
      const page = {
        version: version.digest('hex').slice(0, 12),
        files: [...built, ...plain].map((name) => `/${name}`),
      };
      const { code } = await transformWithOxc(source, SOURCE, { sourcemap: false });
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: code.replace('__PAGE__', () => JSON.stringify(page)),
      });
    },
  };
}

const isKept = (name: string): boolean =>
  /^assets\/[^/]+$/.test(name) && (/\.(js|css)$/.test(name) || /inter-latin-wght/.test(name));
