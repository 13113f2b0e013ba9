import { importMapped } from './importMapped.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { guessMapping, isEnough, type SourceSheet } from './mapping.ts';
import { refuseFile, refuseHeading } from './refuseFile.ts';
import { anyTable } from './table.ts';

/** A CSV file as a map, by what its columns are called, or its rows where steps are columns. */
export function importCsv(text: string, options: ImportOptions): ImportResult {
  const refused = refuseFile(text);
  if (refused) return { status: 'refused', reason: refused };
  const sheets = sheetsOfText(text);
  const mapping = guessMapping(sheets);
  if (isEnough(mapping)) return importMapped(sheets, mapping, options);
  const reason = refuseHeading(text);
  // Prose has no columns that anybody could explain.
  const isTable = sheets.some(({ rows }) => rows.some((row) => row.length > 1));
  return isTable ? { status: 'refused', reason, columns: true } : { status: 'refused', reason };
}

/** A text as the one sheet that it is. */
export const sheetsOfText = (text: string): readonly SourceSheet[] => [{ name: '', ...anyTable(text) }];
