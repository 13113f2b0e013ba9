import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { counted } from '../../shared/model/inWords.ts';
import { SECRET_FILE } from '../access/secret.ts';
import { copyStored, flushNames, openStoredFile } from '../storage/sqlite/storedFile.ts';
import { type CliCommand, CommandFailed, onlyFile } from './command.ts';
import { copySecret, databaseIn, dataFolder, inWords, keepPrivate, secretBeside, sizeOf } from './dataFolder.ts';

export const backup: CliCommand = {
  name: 'backup',
  usage: '<file> [--with-secret] [--force]',
  does: 'copies all maps, people and links of this server into one file, also while it runs',
  options: { 'with-secret': 'flag', force: 'flag' },
  async run(input) {
    const file = onlyFile(input, 'throughline backup maps.backup');
    const { folder, givenSecret } = dataFolder();
    const secret = join(folder, SECRET_FILE);
    const withSecret = input.options.has('with-secret');
    const targets = withSecret ? [file, secretBeside(file)] : [file];
    for (const target of targets) {
      if (existsSync(target) && !input.options.has('force')) {
        throw new CommandFailed(`${target} is there already. Choose another name, or replace it with --force.`);
      }
    }
    await inWords(() => {
      const database = openStoredFile(databaseIn(folder));
      // Until it is whole and checked it does not bear the name of a backup.
      const half = `${file}.half`;
      try {
        const maps = copyStored(database, half);
        keepPrivate(half);
        renameSync(half, file);
        flushNames(file);
        input.print(`${counted(maps, 'map')} in ${resolve(file)}, ${sizeOf(statSync(file).size)}, checked.\n`);
      } finally {
        database.close();
        rmSync(half, { force: true });
      }
      if (withSecret && existsSync(secret)) copySecret(secret, secretBeside(file));
    });
    input.tell(aboutSecret({ givenSecret, exists: existsSync(secret), withSecret, secret: resolve(secret), file }));
  },
};

interface SecretFacts {
  readonly givenSecret: boolean;
  readonly exists: boolean;
  readonly withSecret: boolean;
  readonly secret: string;
  readonly file: string;
}

/** Without it, links and sign-ins end after a restore; with it beside the maps, whoever has both can open all of them. */
function aboutSecret({ givenSecret, exists, withSecret, secret, file }: SecretFacts): string {
  if (givenSecret) return 'Links and sign-ins also need AUTH_SECRET: keep it with your configuration.';
  if (!exists) return 'There is no secret yet that links and sign-ins would need.';
  if (withSecret)
    return `The secret is in ${secretBeside(file)}. Keep it apart from the maps: with both, all links work.`;
  return `Links and sign-ins also need ${secret}, which is not in the backup. Keep a copy of it elsewhere; --with-secret makes one.`;
}
