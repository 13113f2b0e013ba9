import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { builtServer } from './builtServer.ts';

/** Runs `throughline ...` as a process of its own, with these environment variables added. */
export async function runIn(
  variables: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; output: string; errors: string }> {
  const cli = join(dirname((await builtServer()).main), 'cli.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env: { ...process.env, ...variables } }, (error, output, errors) => {
      resolve({ code: error ? Number(error.code) : 0, output, errors });
    });
  });
}
