import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Longer than any build takes: the number of a process that ended is given to another one some day. */
const LONGEST_BUILD = 120_000;

/**
 * Two builds at once would empty each other's folders. The lock is a file with the number of the process that builds;
 * one whose process is gone was left behind and is taken over. Answers how to release it.
 * @param {string} lock
 * @param {(sentence: string) => void} say
 * @returns {Promise<() => Promise<void>>}
 */
export async function takeBuildLock(lock, say) {
  const own = String(process.pid);
  const release = () => rm(lock, { force: true });
  await mkdir(dirname(lock), { recursive: true });
  for (let told = false; ; ) {
    try {
      await writeFile(lock, own, { flag: 'wx' });
      return release;
    } catch {
      const holder = await holderOf(lock);
      if (holder === null) {
        if (await takeOver(lock, own)) return release;
      } else {
        if (holder && !told) say(`Waiting for another build to finish: process ${holder}, as ${lock} says.`);
        told ||= holder !== '';
        await pause();
      }
    }
  }
}

/**
 * The number of the process that builds; empty when it is not known at the moment, null when the lock was left behind.
 * @param {string} lock
 */
async function holderOf(lock) {
  try {
    const { mtimeMs } = await stat(lock);
    if (Date.now() - mtimeMs > LONGEST_BUILD) return null;
    const holder = await readFile(lock, 'utf8');
    // Between being made and being written it is empty.
    if (holder === '') return Date.now() - mtimeMs > 1_000 ? null : '';
    return holder !== String(process.pid) && isAlive(Number(holder)) ? holder : null;
  } catch (error) {
    // It was released a moment ago, and may have been taken by a third one since.
    return codeOf(error) === 'ENOENT' ? '' : null;
  }
}

/** @param {number} id */
function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/** When several find the same lock left behind, the last to write it has it. @param {string} lock @param {string} own */
async function takeOver(lock, own) {
  const mine = `${lock}.${own}`;
  await writeFile(mine, own);
  // Earlier versions made a folder of it.
  if ((await stat(lock).catch(() => null))?.isDirectory()) await rm(lock, { recursive: true, force: true });
  await rename(mine, lock).catch(() => rm(mine, { force: true }));
  await pause();
  return (await readFile(lock, 'utf8').catch(() => '')) === own;
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
