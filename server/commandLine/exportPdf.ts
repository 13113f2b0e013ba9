import { writeFile } from 'node:fs/promises';
import { isoToday } from '../../shared/model/day.ts';
import { pdfOfMap } from '../export/pdfOfMap.ts';
import { type CliCommand, CommandFailed, onlyFile, WrongUse } from './command.ts';
import { readMapFile, reasonOf } from './readMapFile.ts';

export const exportPdf: CliCommand = {
  name: 'export',
  usage: '<file.csv> --to <out.pdf>',
  does: 'draws a journey with its gaps as a PDF',
  options: { to: 'value' },
  async run(input) {
    const to = input.options.get('to');
    const file = onlyFile(input, 'throughline export journey.csv --to journey.pdf');
    if (typeof to !== 'string') throw new WrongUse('Say where the PDF goes: --to journey.pdf.');
    if (!/\.pdf$/i.test(to)) throw new WrongUse(`A map is exported as a PDF, so the name must end in .pdf, not ${to}.`);
    const pdf = await pdfOfMap(await readMapFile(file, input.tell), { date: isoToday(new Date()) });
    await writeFile(to, pdf).catch((error: unknown) => {
      throw new CommandFailed(`${to} cannot be written: ${reasonOf(error)}.`);
    });
  },
};
