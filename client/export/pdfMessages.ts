import type { PlainMap } from '../../shared/export/plainMap.ts';
import type { SheetName } from '../../shared/export/sheet.ts';
import type { Finding } from '../../shared/gaps/findGaps.ts';

/** What the page asks of the export worker. Fixes stay behind: they hold commands, which cannot be copied. */
export interface PdfRequest {
  readonly map: PlainMap;
  readonly findings: readonly Omit<Finding, 'fix'>[];
  /** ISO 8601. */
  readonly date: string;
  readonly language: string;
  readonly sheet: SheetName;
}

export type PdfAnswer =
  | { readonly status: 'working' /** From 0 to 1. */; readonly done: number }
  | {
      readonly status: 'done';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Characters that no font has: drawn as boxes. */
      readonly missing: readonly string[];
    }
  | { readonly status: 'failed'; readonly reason: string };
