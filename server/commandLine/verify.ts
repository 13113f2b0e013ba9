import { counted } from '../../shared/model/inWords.ts';
import { mapOfTalk } from '../../shared/talk/talkId.ts';
import { kindOf, mapOf } from '../documents/documentKind.ts';
import { openLog } from '../documents/openLog.ts';
import { localStorageOver } from '../storage/sqlite/localStorage.ts';
import { type Connection, findSqlite } from '../storage/sqlite/openDatabase.ts';
import { openStoredFile } from '../storage/sqlite/storedFile.ts';
import type { Storage } from '../storage/storage.ts';
import { type CliCommand, type CliInput, CommandFailed, onlyFile, WrongUse } from './command.ts';
import { databaseIn, dataFolder, inWords, sizeOf } from './dataFolder.ts';

export const verify: CliCommand = {
  name: 'verify',
  usage: '[<file>] [--set-aside | --clear-set-aside]',
  does: 'opens every map of this server, or of a backup, and says what is wrong; also while it runs. Or lists, or destroys, what could not be read and lies aside',
  options: { 'set-aside': 'flag', 'clear-set-aside': 'flag' },
  async run(input) {
    const file = input.files.length > 0 ? onlyFile(input, 'throughline verify maps.backup') : null;
    const [list, clear] = [input.options.has('set-aside'), input.options.has('clear-set-aside')];
    if (list && clear) throw new WrongUse('Either list what lies aside, or destroy it.');
    await inWords(async () => {
      const database = file ?? databaseIn(dataFolder().folder);
      const checked = openStoredFile(database);
      const storage = localStorageOver(clear ? reopened(checked, database) : checked);
      try {
        if (clear) input.print(`${parts(await storage.clearSetAside())} destroyed.\n`);
        else if (list) await listSetAside(storage, input);
        else await verifyMaps(storage, input);
      } finally {
        await storage.close();
      }
    });
  },
};

/** To write in, too. */
function reopened(checked: Connection, file: string): Connection {
  checked.close();
  const connection = new (findSqlite().DatabaseSync)(file);
  connection.exec('pragma busy_timeout = 5000; pragma synchronous = full');
  return connection;
}

const parts = (count: number): string => counted(count, 'part');

async function listSetAside(storage: Storage, { print, tell }: CliInput): Promise<void> {
  const all = await storage.listSetAside();
  for (const { map, kind, bytes, at, reason } of all) {
    const words = `${kind === 'row' ? 'edits' : 'a checkpoint'} of ${new Date(at).toISOString()}, ${sizeOf(bytes)}`;
    print(`${await nameOf(storage, map)}: ${words}: ${reason}\n`);
  }
  tell(`${parts(all.length)} ${all.length === 1 ? 'lies' : 'lie'} aside.`);
}

async function verifyMaps(storage: Storage, input: CliInput): Promise<void> {
  const logs = await storage.listLogs();
  const known = new Set(logs);
  const records = [...(await storage.listMaps('live')), ...(await storage.listMaps('trash'))].map(({ id }) => id);
  let wrong = 0;
  for (const document of new Set([...records, ...logs])) {
    const problems = known.has(document) ? await problemsOf(storage, document) : ['nothing is stored of it'];
    if (problems.length === 0) continue;
    wrong++;
    const name = await nameOf(storage, document);
    for (const problem of problems) input.print(`${name}: ${problem}\n`);
  }
  const aside = await storage.countSetAside();
  if (aside > 0) input.tell(`${parts(aside)} could not be read earlier and ${aside === 1 ? 'lies' : 'lie'} aside.`);
  const talks = logs.filter((id) => mapOfTalk(id) !== null).length;
  const all = `${counted(records.length, 'map')} and ${counted(talks, 'discussion')}`;
  if (wrong > 0) throw new CommandFailed(`Something is wrong in ${wrong} of ${all}.`);
  input.tell(`${all}: everything can be read.`);
}

async function problemsOf(storage: Storage, document: string): Promise<string[]> {
  try {
    const { doc, unreadable } = await openLog(storage, document, kindOf(document).rules);
    doc.destroy();
    return unreadable.map(({ kind, seq, reason }) => `${kind} ${seq} cannot be read: ${reason}`);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The operator may know which maps there are; the whole id is what the other commands take. */
async function nameOf(storage: Storage, document: string): Promise<string> {
  const title = (await storage.findMap(mapOf(document)))?.title ?? 'without a record';
  return mapOfTalk(document) === null ? `${document} (${title})` : `${document} (discussion of ${title})`;
}
