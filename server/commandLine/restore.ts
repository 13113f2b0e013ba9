import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { counted } from '../../shared/model/inWords.ts';
import { SECRET_FILE } from '../access/secret.ts';
import { type Connection, DATABASE_FILE, findSqlite, takeFolder } from '../storage/sqlite/openDatabase.ts';
import { copyStored, flush, flushNames, mapsIn, openStoredFile } from '../storage/sqlite/storedFile.ts';
import { type CliCommand, type CliInput, CommandFailed, onlyFile } from './command.ts';
import { copySecret, dataFolder, inWords, secretBeside } from './dataFolder.ts';

export const restore: CliCommand = {
  name: 'restore',
  usage: '<file> [--force]',
  does: 'puts a backup into the data folder of a server that is stopped; --force keeps aside the maps that are there',
  options: { force: 'flag' },
  async run(input) {
    const file = onlyFile(input, 'throughline restore maps.backup');
    const { folder, givenSecret } = dataFolder();
    await inWords(() => {
      if (!existsSync(file)) throw new CommandFailed(`${file} cannot be read: there is no such file or folder.`);
      const backup = openStoredFile(file);
      try {
        mkdirSync(folder, { recursive: true });
        // Held until all is in place, so that no server starts in between.
        const lock = takeFolder(findSqlite(), folder);
        try {
          putInto(folder, backup, input);
          takeSecret(folder, file, givenSecret, input);
        } finally {
          lock.close();
        }
        input.print(`${counted(mapsIn(backup), 'map')} from ${file} in ${resolve(folder)}.\n`);
      } finally {
        backup.close();
      }
    });
  },
};

function putInto(folder: string, backup: Connection, input: CliInput): void {
  const database = join(folder, DATABASE_FILE);
  const there = existsSync(database) ? settle(database) : 0;
  if (there > 0 && !input.options.has('force')) {
    throw new CommandFailed(
      `${resolve(folder)} holds ${counted(there, 'map')}. Choose another folder with DATA_DIR, or say --force: then they are kept aside.`,
    );
  }
  const half = `${database}.half`;
  copyStored(backup, half);
  welcomeCarriers(half);
  if (existsSync(database)) keepAside(folder, database, input);
  // One step: a power cut leaves the old maps or the new ones in this place, never none.
  renameSync(half, database);
  flushNames(database);
}

/** Brings what lies beside the database into it, so that its one file is all of it. Answers how many maps it holds. */
function settle(database: string): number {
  const connection = new (findSqlite().DatabaseSync)(database);
  try {
    connection.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
  } finally {
    connection.close();
  }
  const settled = openStoredFile(database);
  const maps = mapsIn(settled);
  settled.close();
  return maps;
}

/** Pages that were open may hold edits of others that are newer than the backup: who brings those is no forger. */
function welcomeCarriers(database: string): void {
  const connection = new (findSqlite().DatabaseSync)(database);
  try {
    const known = connection.prepare("select 1 from sqlite_master where name = 'doc_writer'").get();
    if (known) connection.exec('update doc_writer set at_risk = 1');
  } finally {
    connection.close();
  }
  flush(database);
}

function keepAside(folder: string, database: string, { tell }: CliInput): void {
  const aside = join(folder, `before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
  mkdirSync(aside, { mode: 0o700 });
  linkSync(database, join(aside, DATABASE_FILE));
  const secret = join(folder, SECRET_FILE);
  if (existsSync(secret)) copySecret(secret, join(aside, SECRET_FILE));
  flushNames(join(aside, DATABASE_FILE));
  tell(`What was there before is kept in ${resolve(aside)}.`);
}

function takeSecret(folder: string, file: string, given: boolean, { tell }: CliInput): void {
  const secret = join(folder, SECRET_FILE);
  if (given) {
    tell('Links and sign-ins go on if AUTH_SECRET is the one the backup was made with.');
  } else if (existsSync(secretBeside(file))) {
    const half = `${secret}.half`;
    rmSync(half, { force: true });
    copySecret(secretBeside(file), half);
    renameSync(half, secret);
    flushNames(secret);
    tell(`The secret comes from ${secretBeside(file)}: links and sign-ins go on.`);
  } else if (existsSync(secret)) {
    tell(`Links and sign-ins go on if ${resolve(secret)} is the secret the backup was made with.`);
  } else {
    tell(
      `Links and sign-ins need the secret the backup was made with: put it at ${resolve(secret)} before you start the server. Otherwise everybody signs in anew, and owners make new links.`,
    );
  }
}
