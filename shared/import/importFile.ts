import { importCsv } from './csv.ts';
import { decodeTable } from './decode.ts';
import { isZip, looksLikeJson, refuseBytes } from './fileKinds.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { importJson } from './json.ts';
import { importMermaid, isMermaidJourney } from './mermaid.ts';
import { importXlsx } from './xlsx/importXlsx.ts';

/** A file of any kind that holds a map. What it is shows in its first bytes, whatever it is called. */
export function importFile(bytes: Uint8Array, options: ImportOptions): ImportResult {
  const reason = refuseBytes(bytes);
  if (reason !== null) return { status: 'refused', reason };
  if (isZip(bytes)) return importXlsx(bytes, options);
  return importText(decodeTable(bytes), options);
}

/** The same for text that was pasted. */
export function importText(text: string, options: ImportOptions): ImportResult {
  if (looksLikeJson(text)) return importJson(text, options);
  if (isMermaidJourney(text)) return importMermaid(text, options);
  return importCsv(text, options);
}
