import { findGaps } from '../../shared/gaps/findGaps.ts';
import { presentGaps } from '../../shared/gaps/presentGaps.ts';
import { SEVERITIES, type Severity } from '../../shared/gaps/rule.ts';
import { isoToday } from '../../shared/model/day.ts';
import { counted } from '../../shared/model/inWords.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { type CliCommand, type CliInput, CommandFailed, onlyFile, WrongUse } from './command.ts';
import { readMapFile } from './readMapFile.ts';

export const gaps: CliCommand = {
  name: 'gaps',
  usage: `<file.csv> [--json] [--fail-on ${SEVERITIES.join('|')}]`,
  does: 'finds the gaps of a journey, the worst first; exit code 1 when any as bad as --fail-on are left',
  options: { json: 'flag', 'fail-on': 'value' },
  async run(input) {
    const limit = failOn(input);
    const map = readMap(await readMapFile(onlyFile(input, 'throughline gaps journey.csv'), input.tell));
    const found = presentGaps(map, findGaps(map, isoToday(new Date())));
    if (input.options.has('json')) input.print(`${JSON.stringify(found, null, 2)}\n`);
    else for (const { severity, title, message } of found) input.print(`${severity.padEnd(7)} ${title}: ${message}\n`);
    if (limit !== null) refuse(found, limit);
  },
};

function failOn({ options }: CliInput): Severity | null {
  const asked = options.get('fail-on');
  if (asked === undefined) return null;
  const severity = SEVERITIES.find((one) => one === asked);
  if (!severity) throw new WrongUse(`--fail-on takes high, medium or low, not ${asked}.`);
  return severity;
}

/** For pipelines: the list is printed all the same, the exit code says whether to go on. */
function refuse(found: readonly { readonly severity: Severity }[], limit: Severity): void {
  const asBad = SEVERITIES.slice(0, SEVERITIES.indexOf(limit) + 1);
  const left = found.filter(({ severity }) => asBad.includes(severity)).length;
  if (left === 0) return;
  const orWorse = limit === 'high' ? '' : ' or worse';
  throw new CommandFailed(`${counted(left, 'gap')} of severity ${limit}${orWorse} ${left === 1 ? 'is' : 'are'} left.`);
}
