/** Something the program does without a server: `throughline <name> ...`. */
export interface CliCommand {
  readonly name: string;
  /** What follows the name, for the help. */
  readonly usage: string;
  readonly does: string;
  /** Options it takes, by name: a `flag` stands alone, a `value` takes what follows. */
  readonly options: Readonly<Record<string, 'flag' | 'value'>>;
  run(input: CliInput): Promise<void>;
}

export interface CliInput {
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, string | true>;
  /** Writes to where results go. */
  print(text: string): void;
  /** Writes to where people look, not programs. */
  tell(text: string): void;
}

/** The command was called in a way it does not understand; exit code 2. */
export class WrongUse extends Error {}

/** The command could not do what it was asked to; exit code 1. The message is a sentence. */
export class CommandFailed extends Error {}

export function onlyFile({ files }: CliInput, what: string): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new WrongUse(`Name one file: ${what}.`);
  return file;
}
