import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const present = (tool: string) => spawnSync(tool, ['--version']).error === undefined;

/** Whether qpdf and poppler are on this machine. Tests that ask them are a second opinion, never the only one. */
export const haveTools = present('qpdf') && present('pdftotext');

function withFile<Result>(bytes: Uint8Array, use: (file: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pdf-'));
  try {
    const file = join(folder, 'test.pdf');
    writeFileSync(file, bytes);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What qpdf finds wrong; empty when nothing is. */
export const qpdfComplaints = (bytes: Uint8Array): string =>
  withFile(bytes, (file) => {
    const { status, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return status === 0 ? '' : stderr;
  });

/** The text as poppler reads it off the page. */
export const pdfText = (bytes: Uint8Array): string => pdftotext(bytes);

/** The same in the order of the file, where the lines of one card stay together. */
export const pdfTextInFileOrder = (bytes: Uint8Array): string => pdftotext(bytes, '-raw');

const pdftotext = (bytes: Uint8Array, ...options: string[]): string =>
  withFile(bytes, (file) => execFileSync('pdftotext', [...options, '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }));
