import { importTable } from './csv.ts';
import { decodeTable } from './decode.ts';
import { importText, isZip, looksLikeJson, refuseBytes } from './importFile.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { guessMapping, type Mapping, type SourceSheet } from './mapping.ts';
import { isMermaidJourney } from './mermaid.ts';
import { refuseFile } from './refuseFile.ts';
import { anyTable } from './table.ts';
import { importXlsx, textRows } from './xlsx/importXlsx.ts';
import { versionOfMapWorkbook } from './xlsx/readMapSheets.ts';
import { readWorkbook } from './xlsx/readWorkbook.ts';

export interface ReadSource {
  /** Empty where the file says itself what it holds: a map of ours, a Mermaid journey. */
  readonly sheets: readonly SourceSheet[];
  readonly mapping: Mapping | null;
  readonly result: ImportResult;
}

/**
 * Reads what somebody chose or pasted, as far as it can be understood without asking. A table comes with its sheets and
 * with what its columns were taken for, so that people can say otherwise and have it read again.
 */
export function readSource(source: Uint8Array | string, asked: Mapping | null, options: ImportOptions): ReadSource {
  const alone = (result: ImportResult): ReadSource => ({ sheets: [], mapping: null, result });
  if (typeof source !== 'string') {
    const reason = refuseBytes(source);
    if (reason !== null) return alone({ status: 'refused', reason });
    if (isZip(source)) {
      const read = readWorkbook(source);
      if (read.status === 'refused') return alone(read);
      if (versionOfMapWorkbook(read.sheets) !== null) return alone(importXlsx(source, options));
      return mapped(
        read.sheets.map(({ name, rows }) => ({ name, rows: textRows(rows) })),
        asked,
        options,
      );
    }
  }
  const text = typeof source === 'string' ? source : decodeTable(source);
  if (looksLikeJson(text) || isMermaidJourney(text)) return alone(importText(text, options));
  const refused = refuseFile(text);
  if (refused !== null) return alone({ status: 'refused', reason: refused });
  return mapped([{ name: '', rows: anyTable(text) }], asked, options);
}

function mapped(sheets: readonly SourceSheet[], asked: Mapping | null, options: ImportOptions): ReadSource {
  const mapping = asked ?? guessMapping(sheets);
  const rows = sheets[mapping.sheet]?.rows ?? [];
  const cells = rows[mapping.headingRow] ?? [];
  const { columns } = mapping;
  const known = columns.filter((column) => column !== null).length;
  if (
    !columns.some(
      (column) => column === 'stage' || column === 'step' || column === 'department' || column === 'touchpoint',
    )
  ) {
    return { sheets, mapping, result: { status: 'refused', reason: NOT_MAPPED } };
  }
  const heading = { index: mapping.headingRow, cells, columns, known };
  return { sheets, mapping, result: importTable({ heading, rows, oddQuotes: [] }, options) };
}

const NOT_MAPPED = 'Say at least which column holds the stage, the step, the department or the touchpoint.';
