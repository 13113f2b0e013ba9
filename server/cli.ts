import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type CliCommand, CommandFailed, WrongUse } from './commandLine/command.ts';
import { commands } from './commandLine/index.ts';

/** `throughline <command> ...`. Exit code 0: done; 1: could not be done; 2: called wrongly. */
const [name, ...rest] = process.argv.slice(2);
process.exitCode = await runCommand(name, rest);

async function runCommand(asked: string | undefined, args: string[]): Promise<number> {
  if (asked === undefined || asked === '--help' || asked === '-h' || asked === 'help') {
    (asked === undefined ? process.stderr : process.stdout).write(help());
    return asked === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === asked);
  if (!command)
    return fail(
      2,
      `There is no command "${asked}". The commands are ${new Intl.ListFormat('en-GB').format(commands.map((one) => one.name))}.`,
    );
  try {
    const { files, options } = readArguments(command, args);
    if (options.has('help')) process.stdout.write(help());
    else
      await command.run({
        files,
        options,
        print: (text) => process.stdout.write(text),
        tell: (text) => process.stderr.write(`${text}\n`),
      });
    return 0;
  } catch (error) {
    if (error instanceof WrongUse) return fail(2, error.message);
    if (error instanceof CommandFailed) return fail(1, error.message);
    return fail(1, `That did not work: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readArguments(command: CliCommand, args: string[]) {
  const options: ParseArgsConfig['options'] = { help: { type: 'boolean' } };
  for (const [option, kind] of Object.entries(command.options)) {
    options[option] = { type: kind === 'flag' ? 'boolean' : 'string' };
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const given = new Map<string, string | true>();
    for (const [option, value] of Object.entries(values)) {
      if (value === true || typeof value === 'string') given.set(option, value);
    }
    return { files: positionals, options: given };
  } catch {
    throw new WrongUse(`That is not how it is called: throughline ${command.name} ${command.usage}`);
  }
}

function fail(code: number, sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

function help(): string {
  const calls = commands.map(({ name: command, usage }) => `${command} ${usage}`);
  const width = Math.max(...calls.map((call) => call.length)) + 2;
  const lines = commands.map(({ does }, at) => `  ${(calls[at] ?? '').padEnd(width)}${does}`);
  return `Usage: throughline <command>\n\n${lines.join('\n')}\n\nWhat was not understood in a file is said on standard error, row by row.\n`;
}
