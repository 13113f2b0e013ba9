import { parseArgs } from 'node:util';

const HELP = `Usage: throughline <command>

  gaps <file.csv> --json                the gaps of a journey, as JSON
  export <file.csv> --to <out.pdf>      the journey as a PDF
`;
const { values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } }, strict: false });
process.stdout.write(values.help ? HELP : HELP);
