import type { Evidence, Handoff, Lane, Lifecycle, Note, Visibility } from '../model/records.ts';
import type { MetricDraft } from './metricText.ts';

/** The map as it is read from a table, before it has ids. Things refer to each other directly. */
export interface Draft {
  readonly stages: StageDraft[];
  readonly steps: StepDraft[];
  readonly lanes: LaneDraft[];
  readonly touchpoints: TouchpointDraft[];
  readonly notes: NoteDraft[];
  readonly handoffs: HandoffDraft[];
  readonly people: PersonDraft[];
  readonly personas: PersonaDraft[];
  /** Lines that stood above the heading. */
  readonly preface: string[];
}

export interface StageDraft {
  title: string;
  lifecycle: Lifecycle;
}

export interface StepDraft {
  readonly stage: StageDraft;
  title: string;
  /** Lines; the same one is kept once. */
  readonly description: Set<string>;
  readonly quote: Set<string>;
  momentOfTruth: boolean;
  belief: number | null;
  /** By persona; null is everyone. */
  readonly emotions: Map<PersonaDraft | null, number>;
  readonly evidence: Map<PersonaDraft | null, readonly Evidence[]>;
  readonly metrics: MetricDraft[];
}

export interface LaneDraft {
  title: string;
  readonly kind: Lane['kind'];
  /** Null until some row says. */
  visibility: Visibility | null;
}

export interface PersonDraft {
  name: string;
}

export interface PersonaDraft {
  name: string;
}

export interface TouchpointDraft {
  readonly row: number;
  readonly step: StepDraft;
  readonly lane: LaneDraft;
  title: string;
  /** Lines; the same one is kept once. */
  readonly description: Set<string>;
  readonly metrics: MetricDraft[];
  readonly systems: string[];
  channel: string;
  owner: PersonDraft | null;
  customersPerMonth: number | null;
  costEach: number | null;
  moneyEach: number | null;
}

export interface NoteDraft {
  readonly step: StepDraft;
  readonly lane: LaneDraft;
  readonly kind: Note['kind'];
  text: string;
}

export interface HandoffDraft {
  readonly from: TouchpointDraft;
  readonly to: TouchpointDraft;
  readonly information: Handoff['information'];
  carries: string;
}

/** Where reading a table begins. */
export const emptyDraft = (): Draft => ({
  stages: [],
  steps: [],
  lanes: [],
  touchpoints: [],
  notes: [],
  handoffs: [],
  people: [],
  personas: [],
  preface: [],
});

/** A step of which nothing is known yet but its name. */
export const newStep = (stage: StageDraft, title: string): StepDraft => ({
  stage,
  title,
  description: new Set(),
  quote: new Set(),
  momentOfTruth: false,
  belief: null,
  emotions: new Map(),
  evidence: new Map(),
  metrics: [],
});

/** A touchpoint of which nothing is known yet but its name. */
export const newTouchpoint = (row: number, step: StepDraft, lane: LaneDraft, title: string): TouchpointDraft => ({
  row,
  step,
  lane,
  title,
  description: new Set(),
  metrics: [],
  systems: [],
  channel: '',
  owner: null,
  customersPerMonth: null,
  costEach: null,
  moneyEach: null,
});

/** The first row that speaks of each thing, as far as that is known. */
export function firstRows({ touchpoints }: Draft): ReadonlyMap<object, number> {
  const rows = new Map<object, number>();
  for (const touchpoint of touchpoints) {
    const { row, step, lane, owner } = touchpoint;
    for (const item of [touchpoint, step, lane, step.stage, owner])
      if (item) rows.set(item, Math.min(row, rows.get(item) ?? row));
  }
  return rows;
}
