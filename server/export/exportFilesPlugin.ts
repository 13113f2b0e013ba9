import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Plugin } from 'vite';
import { exportFileNames, filePackages, packagedFile, packageFile } from './exportFiles.ts';

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
};

/**
 * Brings the fonts and the shaping engine along: a build puts them beside the page's other assets, and in development
 * they come from the packages when somebody exports. `__EXPORT_FILES__` becomes their folder, whose name changes with
 * the packages, so that browsers may keep the files for ever.
 */
export function exportFilesPlugin(): Plugin {
  const folder = `assets/export-${versionOfFiles()}`;
  return {
    name: 'throughline-export-files',
    config: () => ({ define: { __EXPORT_FILES__: JSON.stringify(folder) } }),
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const name of await exportFileNames()) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: await packagedFile(name) });
      }
      // The fonts' licence asks to travel with them.
      this.emitFile({ type: 'asset', fileName: `${folder}/LICENSES.txt`, source: licences() });
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}`, (request, response, next) => {
        const name = (request.url ?? '').replace(/^\//, '').replace(/\?.*$/, '');
        packagedFile(name).then(
          (bytes) => {
            response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream');
            response.end(bytes);
          },
          () => next(),
        );
      });
    },
  };
}

function licences(): string {
  const texts = filePackages.map((name) => {
    const file = name === 'inter-ui' ? 'LICENSE.txt' : 'LICENSE';
    return `${name}\n\n${readFileSync(packageFile(name, file), 'utf8')}`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

function versionOfFiles(): string {
  const versions = filePackages.map((name) => {
    const { version }: { version: string } = JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8'));
    return `${name}@${version}`;
  });
  return createHash('sha256').update(versions.join()).digest('hex').slice(0, 8);
}
