import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeBuildLock } from '../../server/buildLock.mjs';
import { keepLastBuild } from '../../server/oldBuild.mjs';
import { until } from '../support/clients.ts';
import { temporaryFolder } from '../support/testServer.ts';

describe('the lock of a build', () => {
  const lockIn = async () => join(await temporaryFolder(), 'dist', '.building');
  /** The number of a process that has ended. */
  const gone = () => String(spawnSync(process.execPath, ['-e', '']).pid);

  it('is there for one after the other', async () => {
    const lock = await lockIn();
    for (let i = 0; i < 2; i++) {
      const release = await takeBuildLock(lock, () => {});
      expect(await readFile(lock, 'utf8')).toBe(String(process.pid));
      await release();
    }
  });

  it.each([
    ['of a process that was killed', (lock: string) => writeFile(lock, gone())],
    ['of a process that had our number', (lock: string) => writeFile(lock, String(process.pid))],
    ['that is a folder, as it once was', (lock: string) => mkdir(lock)],
    [
      'that is older than any build',
      async (lock: string) => {
        await writeFile(lock, String(process.ppid));
        await utimes(lock, 1, 1);
      },
    ],
  ])('%s is taken over at once, without a word', async (_whose, leave) => {
    const lock = await lockIn();
    await mkdir(join(lock, '..'), { recursive: true });
    await leave(lock);
    const said: string[] = [];
    await (await takeBuildLock(lock, (sentence) => said.push(sentence)))();
    expect(said).toEqual([]);
  });

  it('of a process that is at work is waited for, and that is said once', async () => {
    const lock = await lockIn();
    await mkdir(join(lock, '..'), { recursive: true });
    await writeFile(lock, String(process.ppid));
    const said: string[] = [];
    const taking = takeBuildLock(lock, (sentence) => said.push(sentence));
    await until('it is said', () => said.length > 0);
    expect(said[0]).toContain(`process ${process.ppid}`);
    await writeFile(lock, gone());
    await (await taking)();
    expect(said).toHaveLength(1);
  });
});

it('a build leaves what the last one made to a server that runs on it, and nothing older', async () => {
  const dist = await temporaryFolder();
  const [folder, stamp] = [join(dist, 'server'), join(dist, '.built')];
  await mkdir(join(folder, 'assets'), { recursive: true });
  const begun = new Date('2026-05-01T12:00:00Z');
  await writeFile(stamp, begun.toISOString());
  const made = async (name: string, seconds: number) => {
    const at = new Date(begun.getTime() + seconds * 1000);
    await writeFile(join(folder, 'assets', name), '');
    await utimes(join(folder, 'assets', name), at, at);
  };
  await made('older.js', -1);
  await made('last.js', 1);
  await keepLastBuild(folder, stamp);
  expect(await readdir(join(folder, 'assets'))).toEqual(['last.js']);
  await keepLastBuild(folder, join(dist, 'no stamp'));
  expect(await readdir(join(folder, 'assets'))).toEqual([]);
  await keepLastBuild(join(dist, 'nothing there'), stamp);
});

it('a start without the packages that build says how to get them', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'server'));
  for (const file of ['start.mjs', 'followParent.mjs']) {
    await copyFile(join(import.meta.dirname, '..', '..', 'server', file), join(root, 'server', file));
  }
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'server', 'start.mjs')], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/Run "npm ci --include=dev" first\.\n$/);
});
