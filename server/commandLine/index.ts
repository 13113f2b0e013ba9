import type { CliCommand } from './command.ts';
import { exportPdf } from './exportPdf.ts';
import { gaps } from './gaps.ts';
import { link } from './link.ts';
import { password } from './password.ts';

export const commands: readonly CliCommand[] = [gaps, exportPdf, link, password];
