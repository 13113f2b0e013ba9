import type { SaidThread } from './commentTable.ts';
import type { SheetName } from './sheet.ts';

/** How a map is put on pages. */
export const PAGE_MODES = ['poster', 'width', 'stages', 'executive'] as const;
export type PageMode = (typeof PAGE_MODES)[number];

/** What a document may show beside cards and hand-offs. */
export const PARTS = [
  'cover',
  'curve',
  'gaps',
  'metrics',
  'metricList',
  'handoffs',
  'initiatives',
  'personas',
  'comments',
] as const;
export type PartName = (typeof PARTS)[number];

/** What is included when nobody chooses: the map with its curve, its metrics and its gaps. */
export const USUAL_PARTS: readonly PartName[] = ['curve', 'gaps', 'metrics'];

export interface PageOptions {
  /** When the map is said to be as shown: ISO 8601 in UTC. */
  readonly date: string;
  /** BCP 47 tag of texts whose letters do not tell their language. English when left out. */
  readonly language?: string;
  /** A3 when left out. */
  readonly sheet?: SheetName;
  /**
   * `poster`: the whole map on one page. `width`: cut into strips as wide as the sheet. `stages`: one stage a page, after
   * the whole. `executive`: two pages for those who decide. When left out: a poster, and where its titles are too
   * small to read, pages with as many stages as stay legible.
   */
  readonly mode?: PageMode;
  /** `USUAL_PARTS` when left out. */
  readonly include?: readonly PartName[];
  /** What was said about the map, for the part of this name, which documents, workbooks and outlines have; it is kept apart from the map. */
  readonly comments?: readonly SaidThread[];
  /** For printers without colour: every colour becomes a grey that stands apart from its neighbours. */
  readonly grey?: boolean;
}
