import { findGaps } from '../../shared/gaps/findGaps.ts';
import { presentGaps } from '../../shared/gaps/presentGaps.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { type CliCommand, onlyFile } from './command.ts';
import { readMapFile } from './readMapFile.ts';

export const gaps: CliCommand = {
  name: 'gaps',
  usage: '<file.csv> [--json]',
  does: 'finds the gaps of a journey, the worst first',
  options: { json: 'flag' },
  async run(input) {
    const map = readMap(await readMapFile(onlyFile(input, 'throughline gaps journey.csv'), input.tell));
    const found = presentGaps(map, findGaps(map, new Date().toISOString().slice(0, 10)));
    if (input.options.has('json')) input.print(`${JSON.stringify(found, null, 2)}\n`);
    else for (const { severity, title, message } of found) input.print(`${severity.padEnd(7)} ${title}: ${message}\n`);
  },
};
