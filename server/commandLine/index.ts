import { backup } from './backup.ts';
import type { CliCommand } from './command.ts';
import { convert, exportMap } from './exportMap.ts';
import { gaps } from './gaps.ts';
import { link } from './link.ts';
import { password } from './password.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

export const commands: readonly CliCommand[] = [gaps, exportMap, convert, link, password, backup, restore, verify];
