import { EVERYONE } from '../model/emotion.ts';
import { guessLifecycle } from '../model/lifecycle.ts';
import { cleanText, cleanTitle, foldTitle, isNobody, readLifecycle, readVisibility } from './cells.ts';
import {
  type Draft,
  emptyDraft,
  type LaneDraft,
  newStep,
  type PersonaDraft,
  type PersonDraft,
  type StageDraft,
  type StepDraft,
  type TouchpointDraft,
} from './draft.ts';
import { type FeelingScale, SCALE_WORDS, scaleOf } from './feelings.ts';
import { readMetrics } from './metricText.ts';
import { readExperience } from './readExperience.ts';
import { detailsInWords, isAtWork, readTouchpoint } from './readTouchpoint.ts';
import { Row, short } from './row.ts';
import type { Table } from './table.ts';
import type { WarningList } from './warnings.ts';

/** A touchpoint with what its row says about hand-offs; they are linked when all touchpoints are known. */
export interface HandoffCell {
  readonly from: TouchpointDraft;
  readonly titles: string;
  readonly information: string;
}

/** Names for what the table leaves without one. */
export const NO_STAGE = 'Journey';
export const NO_DEPARTMENT = 'No department';

/** Reads every row below the heading. Stages, steps and lanes come in the order in which they first appear. */
export function readRows(
  { heading, rows }: Table,
  warnings: WarningList,
): { readonly draft: Draft; readonly handoffCells: readonly HandoffCell[] } {
  const emotions = heading.columns.indexOf('emotion');
  const below = emotions < 0 ? [] : rows.slice(heading.index + 1).map((cells) => cells[emotions] ?? '');
  const scale = scaleOf(below);
  if (scale !== 'ours') {
    warnings.add(heading.index + 1, cleanTitle(heading.cells[emotions] ?? ''), '', SCALE_WORDS[scale]);
  }
  const reader = new RowReader(scale);
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (index < heading.index) reader.draft.preface.push(cells.map(cleanTitle).filter(Boolean).join(', '));
    else if (index > heading.index) reader.read(new Row(cells, index + 1, heading, warnings));
  });
  return reader;
}

/** Remembers what was named so far, and where the row above was. */
class RowReader {
  readonly draft = emptyDraft();
  readonly handoffCells: HandoffCell[] = [];
  private readonly stages = new Map<string, StageDraft>();
  private readonly steps = new Map<StageDraft, Map<string, StepDraft>>();
  private readonly lanes = new Map<string, LaneDraft>();
  private readonly noteLanes = new Map<string, LaneDraft>();
  /** What the notes of a step say already. */
  private readonly said = new Map<StepDraft, Set<string>>();
  private readonly people = new Map<string, PersonDraft>();
  private readonly personas = new Map<string, PersonaDraft>();
  private lastStage: StageDraft | null = null;
  private lastStep: StepDraft | null = null;
  private readonly scale: FeelingScale;

  constructor(scale: FeelingScale) {
    this.scale = scale;
  }

  read(row: Row): void {
    const columns = Object.keys(row.cells);
    // A department that is named and nothing more has a lane and, as far as the table knows, no part in the journey.
    if (row.rest.length === 0 && columns.every((column) => column === 'department' || column === 'visibility')) {
      this.laneOf(row);
      return;
    }
    const stage = this.stageOf(row);
    const step = this.stepOf(row, stage);
    const lane = this.laneOf(row);
    const touchpoint = step && lane && isAtWork(row) ? readTouchpoint(row, step, lane, this.ownerOf(row)) : null;
    if (step) readExperience(row, step, this.personaOf(row), this.scale);
    if (touchpoint) this.draft.touchpoints.push(touchpoint);
    else if (step) for (const line of [...detailsInWords(row), ...row.rest]) step.description.add(line);
    else for (const text of row.rest) row.homeless(text);
    if (step) this.readNotes(row, step);
    (touchpoint ?? step)?.metrics.push(...readMetrics(cleanText(row.cells.metrics ?? '')));
    this.readHandoffs(row, touchpoint);
  }

  /** A row without stage goes on in the stage above, as it does where cells were merged. */
  private stageOf(row: Row): StageDraft {
    const title = row.title('stage');
    if (title === '') {
      const where = this.lastStage ? 'the stage above' : 'a stage of its own';
      row.missing('stage', `put in ${where}, “${short(this.lastStage?.title ?? NO_STAGE)}”.`);
    }
    const stage = title === '' ? (this.lastStage ?? this.stageNamed(NO_STAGE)) : this.stageNamed(title);
    this.lastStage = stage;
    if (row.cells.lifecycle) {
      const lifecycle = readLifecycle(row.cells.lifecycle);
      if (lifecycle) stage.lifecycle = lifecycle;
      else row.odd('lifecycle', `The stage is tagged “${stage.lifecycle}” instead.`);
    }
    return stage;
  }

  private stageNamed(title: string): StageDraft {
    return named(this.stages, title, () => {
      const stage: StageDraft = { title, lifecycle: guessLifecycle(title) };
      this.draft.stages.push(stage);
      return stage;
    });
  }

  /** Null for a row that names a stage and nothing that would stand at a step. */
  private stepOf(row: Row, stage: StageDraft): StepDraft | null {
    const title = row.title('step');
    if (title !== '') return this.stepNamed(stage, title);
    const { stage: _, lifecycle: __, ...others } = row.cells;
    if (Object.keys(others).length === 0 && row.rest.length === 0) return null;
    const above = this.lastStep?.stage === stage ? this.lastStep : null;
    const step = above ?? this.stepNamed(stage, stage.title);
    const where = above ? 'the step above' : 'a step named like its stage';
    row.missing('step', `put in ${where}, “${short(step.title)}”.`);
    return step;
  }

  private stepNamed(stage: StageDraft, title: string): StepDraft {
    const steps = this.steps.get(stage) ?? new Map<string, StepDraft>();
    this.steps.set(stage, steps);
    this.lastStep = named(steps, title, () => {
      const step = newStep(stage, title);
      this.draft.steps.push(step);
      return step;
    });
    return this.lastStep;
  }

  /** Null for a step alone. A touchpoint without department gets a lane, because in the tray it would lose its step. */
  private laneOf(row: Row): LaneDraft | null {
    const title = row.title('department');
    if (title === '' && !row.cells.touchpoint) {
      if (row.cells.visibility) row.odd('visibility', 'This row has no department, so it was left out.');
      return null;
    }
    if (title === '') row.missing('department', `put in the lane “${NO_DEPARTMENT}”.`);
    const lane = named(this.lanes, title || NO_DEPARTMENT, () => {
      const made: LaneDraft = { title: title || NO_DEPARTMENT, kind: 'department', visibility: null };
      this.draft.lanes.push(made);
      return made;
    });
    readLaneVisibility(row, lane);
    return lane;
  }

  /** Pains and ideas stand in lanes of their own, called like their columns. */
  private readNotes(row: Row, step: StepDraft): void {
    for (const kind of ['pain', 'idea'] as const) {
      const text = row.cells[kind];
      if (!text) continue;
      const title = row.nameOf(kind);
      const lane = named(this.noteLanes, title, () => {
        const made: LaneDraft = { title, kind: 'notes', visibility: null };
        this.draft.lanes.push(made);
        return made;
      });
      const said = this.said.get(step) ?? new Set();
      this.said.set(step, said);
      // Rows of one step say the same about it, as merged cells do.
      if (said.has(`${kind} ${text}`)) continue;
      said.add(`${kind} ${text}`);
      this.draft.notes.push({ step, lane, kind, text });
    }
  }

  private ownerOf(row: Row): PersonDraft | null {
    const name = row.title('owner');
    if (name !== '' && isNobody(name)) {
      // Signs alone say nothing; a word does, and whoever wrote it should know how it was read.
      if (/\w/.test(name)) row.odd('owner', 'It was read as “nobody yet”.');
      return null;
    }
    if (name === '') return null;
    return named(this.people, name, () => {
      const person: PersonDraft = { name };
      this.draft.people.push(person);
      return person;
    });
  }

  /** Null: everyone. */
  private personaOf(row: Row): PersonaDraft | null {
    const name = row.title('persona');
    if (name === '' || foldTitle(name) === EVERYONE) return null;
    return named(this.personas, name, () => {
      const persona: PersonaDraft = { name };
      this.draft.personas.push(persona);
      return persona;
    });
  }

  private readHandoffs(row: Row, from: TouchpointDraft | null): void {
    const { handsOffTo: titles = '', information = '' } = row.cells;
    if (titles === '' && information === '') return;
    if (from) this.handoffCells.push({ from, titles, information });
    else row.odd(titles ? 'handsOffTo' : 'information', 'This row has no touchpoint, so there is no hand-off.');
  }
}

function readLaneVisibility(row: Row, lane: LaneDraft): void {
  if (!row.cells.visibility) return;
  const visibility = readVisibility(row.cells.visibility);
  if (!visibility) row.odd('visibility', 'Frontstage, backstage and support are known. It was left out.');
  else if (lane.visibility === null) lane.visibility = visibility;
  else if (lane.visibility !== visibility) {
    const before = `“${short(lane.title)}” is ${lane.visibility} further up, here it is ${visibility}.`;
    row.warn('visibility', `${before} It stays ${lane.visibility}.`);
  }
}

/** The thing of this name, made where it first appears. */
function named<T>(things: Map<string, T>, title: string, make: () => T): T {
  const key = foldTitle(title);
  const known = things.get(key);
  if (known) return known;
  const made = make();
  things.set(key, made);
  return made;
}
