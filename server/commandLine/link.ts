import { ROLES, type Role } from '../../shared/protocol/roles.ts';
import { hashOf, newLinkId, tokenOf } from '../access/linkTokens.ts';
import { keyFor, readSecret } from '../access/secret.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { StorageRefused } from '../storage/storage.ts';
import { type CliCommand, type CliInput, CommandFailed, WrongUse } from './command.ts';
import { type Connection, openBeside } from './openBeside.ts';

/** A link that makes an owner works once, and not for long: it is for whoever asked for it just now. */
const OWNER_LINK_LASTS = 24 * 3_600_000;

export const link: CliCommand = {
  name: 'link',
  usage: `[<map>] [--role ${[...ROLES].reverse().join('|')}]`,
  does: 'makes a link to a map of this server, also while it runs: for a map whose owner lost it; without a map it lists them',
  options: { role: 'value' },
  async run(input) {
    const read = readEnvironment(process.env);
    if (!read.ok) throw new CommandFailed(read.problems.join(' '));
    const database = openBeside(read.environment);
    try {
      const [map, ...more] = input.files;
      if (more.length > 0) throw new WrongUse('Name one map: throughline link <map>.');
      if (map === undefined) list(database, input);
      else input.print(`${await makeLink(database, read.environment, idIn(map), roleIn(input))}\n`);
    } catch (error) {
      throw error instanceof StorageRefused ? new CommandFailed(error.message) : error;
    } finally {
      database.close();
    }
  },
};

function list(database: Connection, input: CliInput): void {
  const sql = `select id, title from maps where deleted_at is null order by updated_at desc`;
  for (const row of database.prepare(sql).all()) input.print(`${String(row.id)}  ${String(row.title)}\n`);
}

async function makeLink(database: Connection, environment: Environment, map: string, role: Role): Promise<string> {
  if (!database.prepare('select 1 from maps where id = ?').get(map)) {
    throw new CommandFailed(`There is no map ${map}. Without a map, throughline link lists them.`);
  }
  const key = keyFor(await readSecret(environment.dataDir, environment.authSecret), 'links');
  const id = newLinkId();
  const token = tokenOf(id, key);
  const now = Date.now();
  database
    .prepare(
      `insert into share_link (id, map, role, token_hash, password_hash, expires_at, enabled, created_at, created_by)
       values (?, ?, ?, ?, null, ?, 1, ?, null)`,
    )
    .run(id, map, role, hashOf(token), role === 'owner' ? now + OWNER_LINK_LASTS : null, now);
  return `${originOf(environment)}/join/${token}`;
}

/** Of all interfaces this machine's own is the one that surely works. */
function originOf({ publicOrigin, host, port }: Environment): string {
  const name = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host;
  return publicOrigin ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** People have the address of a map rather than its id. */
const idIn = (map: string): string => /\/m\/([A-Za-z0-9_-]{22})/.exec(map)?.[1] ?? map;

function roleIn({ options }: CliInput): Role {
  const asked = options.get('role') ?? 'owner';
  const role = ROLES.find((one) => one === asked);
  if (!role) throw new WrongUse(`--role takes ${[...ROLES].reverse().join(', ')}, not ${String(asked)}.`);
  return role;
}
