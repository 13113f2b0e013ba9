import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { readEnvironment } from '../environment.ts';
import { type CliCommand, CommandFailed, WrongUse } from './command.ts';
import { openBeside } from './openBeside.ts';

export const password: CliCommand = {
  name: 'password',
  usage: '<address>',
  does: 'gives the account with this address a new password, also while the server runs, and prints it',
  options: {},
  async run(input) {
    const [address, ...more] = input.files;
    if (address === undefined || more.length > 0) {
      throw new WrongUse('Name one address: throughline password ada@example.com.');
    }
    const read = readEnvironment(process.env);
    if (!read.ok) throw new CommandFailed(read.problems.join(' '));
    const made = randomBytes(12).toString('base64url');
    const hash = await hashPassword(made);
    const database = openBeside(read.environment);
    try {
      const { changes } = database
        .prepare(
          `update account set password = ?, updated_at = ?
           where provider = 'credential' and person = (select id from person where email = ?)`,
        )
        .run(hash, new Date().toISOString(), address.toLowerCase());
      if (changes === 0) throw new CommandFailed(`There is no account with a password under ${address}.`);
    } finally {
      database.close();
    }
    input.print(`${made}\n`);
  },
};
