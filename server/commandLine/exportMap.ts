import { writeFile } from 'node:fs/promises';
import { exportQuery, exportRequest } from '../../shared/export/exportQuery.ts';
import { formatOf } from '../../shared/export/formats.ts';
import { isoToday } from '../../shared/model/day.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { exportOfMap } from '../export/exportOfMap.ts';
import { type CliCommand, type CliInput, CommandFailed, onlyFile, WrongUse } from './command.ts';
import { readMapFile, reasonOf } from './readMapFile.ts';

export const exportMap: CliCommand = {
  name: 'export',
  usage: '<file> --to <out.pdf|svg|png|pptx|xlsx|csv|json|mmd|md> [--page a4] [--mode poster|width|stages|executive]',
  does: 'makes a file of a journey: pages, a picture, slides, tables or text, as the name of the file ends',
  options: {
    to: 'value',
    format: 'value',
    page: 'value',
    mode: 'value',
    include: 'value',
    grey: 'flag',
    transparent: 'flag',
  },
  async run(input) {
    const to = input.options.get('to');
    const file = onlyFile(input, 'throughline export journey.csv --to journey.pdf');
    if (typeof to !== 'string') throw new WrongUse('Say where the file goes: --to journey.pdf.');
    await exportTo(input, file, to);
  },
};

/** `convert`: the same with the two names one after the other. */
export const convert: CliCommand = {
  name: 'convert',
  usage: '<in> <out>',
  does: 'makes a file of another kind of a journey, as the names of both files end',
  options: {},
  async run(input) {
    const [from, to, ...more] = input.files;
    if (from === undefined || to === undefined || more.length > 0) {
      throw new WrongUse('Name two files: throughline convert journey.csv journey.xlsx.');
    }
    await exportTo(input, from, to);
  },
};

async function exportTo({ options, tell }: CliInput, file: string, to: string): Promise<void> {
  const format = options.get('format') ?? formatOf(to);
  if (format === null) {
    throw new WrongUse(
      `The name of the file says what it becomes: .pdf, .svg, .png, .pptx, .xlsx, .csv, .json, .mmd or .md, not ${to}.`,
    );
  }
  const asked = Object.fromEntries([...options].map(([name, value]) => [name, value === true ? '1' : value]));
  const query = exportQuery.safeParse({ ...asked, format });
  if (!query.success) throw new WrongUse(query.error.issues[0]?.message ?? 'That is not how it is called.');
  const map = readMap(await readMapFile(file, tell));
  const bytes = await exportOfMap(map, exportRequest(query.data, isoToday(new Date())));
  await writeFile(to, bytes).catch((error: unknown) => {
    throw new CommandFailed(`${to} cannot be written: ${reasonOf(error)}.`);
  });
}
