import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIn } from '../support/runCommand.ts';
import { temporaryFolder } from '../support/testServer.ts';

const cases = join(import.meta.dirname, '..', 'support', 'cases');
const file = join(cases, 'va-outpatient-check-in.csv');

const run = (...args: string[]) => runIn({}, ...args);

describe('throughline gaps', () => {
  it('prints the gaps of a table as JSON, the same each time', async () => {
    const first = await run('gaps', file, '--json');
    expect(first).toMatchObject({ code: 0, errors: '' });
    const gaps = JSON.parse(first.output) as Record<string, unknown>[];
    expect(gaps.length).toBeGreaterThan(0);
    expect(Object.keys(gaps[0] ?? {})).toEqual(['rule', 'severity', 'title', 'message', 'items', 'departments']);
    expect((await run('gaps', file, '--json')).output).toBe(first.output);
  });

  it('prints them for people, one a line, without --json', async () => {
    const { code, output } = await run('gaps', file);
    expect(code).toBe(0);
    expect(output.split('\n')[0]).toMatch(/^(high|medium|low) +\S.*: .*\.$/);
  });

  it.each([
    ['high', 1, /^10 gaps of severity high are left\.\n$/],
    ['medium', 1, /^16 gaps of severity medium or worse are left\.\n$/],
    ['low', 1, /^21 gaps of severity low or worse are left\.\n$/],
  ])('--fail-on %s ends with %i and prints the same list', async (severity, code, sentence) => {
    const failed = await run('gaps', file, '--json', '--fail-on', severity);
    expect(failed).toMatchObject({ code, output: (await run('gaps', file, '--json')).output });
    expect(failed.errors).toMatch(sentence);
  });

  it('--fail-on lets pass what is less bad', async () => {
    const table = join(await temporaryFolder(), 'table.csv');
    await writeFile(table, 'Stage,Step,Department,Touchpoint,Emotion\nA,Pays,Billing,Bill,-1\n');
    expect(await run('gaps', table, '--fail-on', 'high')).toMatchObject({ code: 0, errors: '' });
    const { code, errors } = await run('gaps', table, '--fail-on', 'medium');
    expect({ code, errors }).toEqual({ code: 1, errors: '1 gap of severity medium or worse is left.\n' });
  });

  it('says on standard error what it did not understand, and goes on', async () => {
    const table = join(await temporaryFolder(), 'table.csv');
    await writeFile(table, 'Stage,Step,Department,Touchpoint,Emotion\nA,B,C,D,7\n');
    const { code, output, errors } = await run('gaps', table, '--json');
    expect(code).toBe(0);
    expect(() => JSON.parse(output)).not.toThrow();
    expect(errors).toMatch(/row 2: /);
  });
});

describe('throughline export', () => {
  it('writes a PDF', async () => {
    const to = join(await temporaryFolder(), 'out.pdf');
    expect(await run('export', file, '--to', to)).toMatchObject({ code: 0, output: '', errors: '' });
    const pdf = await readFile(to);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(5_000);
  });

  // These two are never on the same day, so at least one of them is on another than UTC.
  it.each(['Pacific/Kiritimati', 'Etc/GMT+12'])('dates it by the calendar of the place: %s', async (zone) => {
    const to = join(await temporaryFolder(), 'out.pdf');
    const day = () => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
    const earliest = day();
    await runIn({ TZ: zone }, 'export', file, '--to', to);
    const made = /<xmp:CreateDate>(\d{4}-\d\d-\d\d)/.exec((await readFile(to)).toString('latin1'))?.[1];
    expect([earliest, day()]).toContain(made);
  });

  it('says when it cannot write', async () => {
    const to = join(await temporaryFolder(), 'missing', 'out.pdf');
    const { code, errors } = await run('export', file, '--to', to);
    expect(code).toBe(1);
    expect(errors).toBe(`${to} cannot be written: there is no such file or folder.\n`);
  });
});

it.each<[string[], number, RegExp]>([
  [[], 2, /^Usage: throughline <command>\n/],
  [
    ['nonsense'],
    2,
    /^There is no command "nonsense"\. The commands are gaps, export, convert, link, password, backup, restore and verify\.\n$/,
  ],
  [['gaps'], 2, /^Name one file: /],
  [['gaps', 'a.csv', 'b.csv'], 2, /^Name one file: /],
  [
    ['gaps', 'a.csv', '--loud'],
    2,
    /^That is not how it is called: throughline gaps <file.csv> \[--json\] \[--fail-on high\|medium\|low\]\n$/,
  ],
  [['gaps', file, '--fail-on', 'all'], 2, /^--fail-on takes high, medium or low, not all\.\n$/],
  [['gaps', '/no/such.csv'], 1, /^\/no\/such.csv cannot be read: there is no such file or folder\.\n$/],
  [['gaps', import.meta.dirname], 1, /it is a folder\.\n$/],
  [['gaps', join(import.meta.dirname, '..', '..', 'LICENSE')], 1, /This is no table|No column of this table/],
  [['export', file], 2, /^Say where the file goes: /],
  [['export', file, '--to', 'out.docx'], 2, /what it becomes: \.pdf, /],
])('throughline %j ends with %i and a sentence', async (args, code, sentence) => {
  const result = await run(...args);
  expect(result.errors).toMatch(sentence);
  expect(result).toMatchObject({ code, output: '' });
});

it('throughline --help helps', async () => {
  const { code, output } = await run('--help');
  expect(code).toBe(0);
  expect(output).toContain('gaps <file.csv> [--json] [--fail-on high|medium|low]');
  expect(output).toContain('export <file> --to <out.pdf|svg|png|pptx|xlsx|csv|json|mmd|md>');
});
