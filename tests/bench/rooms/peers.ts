import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The servers this one is compared with. They are no dependencies of ours: the first run of the bench installs them
 * into a folder of their own, without running their install scripts (y-leveldb brings its binaries along).
 */
const PEERS = {
  '@hocuspocus/extension-database': '3.4.4',
  '@hocuspocus/server': '3.4.4',
  '@photostructure/sqlite': '1.2.1',
  // The newest for Yjs 13; 0.1.5 is for 14.
  '@y/websocket-server': '0.1.1',
  ws: '8.23.0',
  'y-leveldb': '0.2.0',
  'y-protocols': '1.0.7',
  yjs: '13.6.33',
};

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'node_modules', '.cache', 'throughline-bench', 'peers');
const scripts = join(import.meta.dirname, 'peers');

export interface Peers {
  /** Where a script of `peers/` lies beside the packages it imports. */
  script(name: string): string;
}

/** The peers, installed when they are not; null, and said why, when that does not work. */
export async function findPeers(tell: (text: string) => void): Promise<Peers | null> {
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: PEERS }, null, 2);
  const file = join(folder, 'package.json');
  const installed = existsSync(join(folder, 'node_modules')) && (await readFile(file, 'utf8')) === manifest;
  if (!installed) {
    tell(`Installing the servers to compare with into ${folder} ...\n`);
    await mkdir(folder, { recursive: true });
    await writeFile(file, manifest);
    try {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      await promisify(execFile)(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    } catch (error) {
      await writeFile(file, '');
      tell(`That did not work, so they are left out: ${error instanceof Error ? error.message : String(error)}\n`);
      return null;
    }
  }
  for (const name of await readdir(scripts)) await copyFile(join(scripts, name), join(folder, name));
  return { script: (name) => join(folder, name) };
}
