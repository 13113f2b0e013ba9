import type { LIFECYCLES, VISIBILITIES } from '../model/records.ts';

type Lifecycle = (typeof LIFECYCLES)[number];
type Visibility = (typeof VISIBILITIES)[number];

/** A map to begin with: its columns and rows are there, what stands in them is yours. */
export interface Template {
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly text: string;
  readonly stages: readonly TemplateStage[];
  readonly lanes: readonly TemplateLane[];
}

export interface TemplateStage {
  readonly title: string;
  readonly lifecycle: Lifecycle;
  /** What the customer does or lives through; a trailing `!` marks a moment of truth. */
  readonly steps: readonly string[];
}

export type TemplateLane =
  | { readonly department: string; readonly visibility: Visibility }
  /** A lane for pains, ideas and quotes. */
  | { readonly notes: string };
