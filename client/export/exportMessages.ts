import type { ExportRequest } from '../../shared/export/exportMap.ts';
import type { PlainMap } from '../../shared/export/plainMap.ts';
import type { Finding } from '../../shared/gaps/findGaps.ts';

/** A map as it can be sent to a worker. Fixes stay behind: they hold commands, which cannot be copied. */
export interface SentMap {
  readonly map: PlainMap;
  readonly findings: readonly Omit<Finding, 'fix'>[];
}

/** What the page asks of the export worker. */
export type WorkerQuestion =
  | { readonly id: number; readonly kind: 'file'; readonly sent: SentMap; readonly request: ExportRequest }
  | {
      readonly id: number;
      readonly kind: 'preview';
      readonly sent: SentMap;
      readonly request: ExportRequest;
      /** Counted from 0; the last one where there are fewer. */
      readonly page: number;
    };

/** What one sees before the file is made. */
export type Preview =
  | {
      readonly kind: 'page';
      /** A PNG picture: a browser would lay out thousands of shapes of an SVG on the page's own thread. */
      readonly png: Uint8Array<ArrayBuffer>;
      /** Its pixels for each pixel of CSS, where the page is shown as large as on paper. */
      readonly density: number;
      readonly page: number;
      readonly pages: number;
      readonly width: number;
      readonly height: number;
      /** The smallest text on any page, in points; null where the file is no print. */
      readonly smallest: number | null;
    }
  | { readonly kind: 'text'; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'none' };

export type WorkerAnswer = { readonly id: number } & (
  | { readonly status: 'working' /** From 0 to 1. */; readonly done: number }
  | {
      readonly status: 'file';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Characters that no font has: drawn as boxes. */
      readonly missing: readonly string[];
    }
  | { readonly status: 'preview'; readonly preview: Preview }
  | { readonly status: 'failed'; readonly reason: string }
);
