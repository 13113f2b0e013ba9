import { EVERYONE } from '../model/emotion.ts';
import { TEXT_LIMIT } from '../model/fields.ts';
import {
  cleanText,
  cleanTitle,
  foldTitle,
  isNobody,
  readAmount,
  readEvidence,
  readFeeling,
  readFlag,
  readLifecycle,
  readVisibility,
} from './cells.ts';
import type { Column, Heading } from './columns.ts';
import {
  type Draft,
  emptyDraft,
  type LaneDraft,
  type PersonaDraft,
  type PersonDraft,
  type StageDraft,
  type StepDraft,
  type TouchpointDraft,
} from './draft.ts';
import { guessLifecycle } from './lifecycle.ts';
import { readMetrics } from './metricText.ts';
import type { Table } from './table.ts';
import type { WarningList } from './warnings.ts';

/** A touchpoint with what its row says about hand-offs; they are linked when all touchpoints are known. */
export interface HandoffCell {
  readonly from: TouchpointDraft;
  readonly titles: string;
  readonly information: string;
}

/** Names for what the table leaves without one. */
const NO_STAGE = 'Journey';
const NO_DEPARTMENT = 'No department';
const TOO_LONG = `This cell is longer than the ${TEXT_LIMIT} characters that a map shows of one text.`;
const WORD_LIMIT = 500;
const SYSTEM_LIMIT = 120;

/** Reads every row below the heading. Stages, steps and lanes come in the order in which they first appear. */
export function readRows(table: Table, warnings: WarningList): { draft: Draft; handoffCells: HandoffCell[] } {
  const reader = new RowReader(table.heading, warnings);
  table.rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (index < table.heading.index) reader.preface(cells);
    else if (index > table.heading.index) reader.read(cells, index + 1);
  });
  return reader;
}

/** One row: its cells by meaning, and what no column explains. */
interface Row {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly rest: readonly string[];
}

class RowReader {
  readonly draft = emptyDraft();
  readonly handoffCells: HandoffCell[] = [];
  private readonly heading: Heading;
  private readonly warnings: WarningList;
  private readonly known: ReadonlySet<Column>;
  private readonly stages = new Map<string, StageDraft>();
  private readonly steps = new Map<StageDraft, Map<string, StepDraft>>();
  private readonly lanes = new Map<string, LaneDraft>();
  private readonly people = new Map<string, PersonDraft>();
  private readonly personas = new Map<string, PersonaDraft>();
  private lastStep: StepDraft | null = null;
  private lastStage: StageDraft | null = null;

  constructor(heading: Heading, warnings: WarningList) {
    this.heading = heading;
    this.warnings = warnings;
    this.known = new Set(heading.columns.filter((column) => column !== null));
    this.warnOfColumns();
  }

  preface(cells: readonly string[]): void {
    this.draft.preface.push(cells.map(cleanTitle).filter(Boolean).join(', '));
  }

  read(cells: readonly string[], number: number): void {
    const row = this.rowOf(cells, number);
    // A department that is named and nothing more has a lane and, as far as the table knows, no part in the journey.
    if (
      Object.keys(row.cells).every((column) => column === 'department' || column === 'visibility') &&
      !row.rest.length
    ) {
      this.laneOf(row);
      return;
    }
    const stage = this.stageOf(row);
    const step = this.stepOf(row, stage);
    const lane = this.laneOf(row);
    const touchpoint = step && lane && this.isAtWork(row) ? this.touchpointOf(row, step, lane) : null;
    if (step) this.readExperience(row, step);
    const about = touchpoint ?? step;
    if (about) {
      for (const line of [...this.descriptionOf(row, touchpoint !== null), ...row.rest]) about.description.add(line);
      about.metrics.push(...readMetrics(cleanText(row.cells.metrics ?? '')));
    } else {
      for (const text of row.rest) this.warnings.add(number, null, text, `“${short(text)}” has no place on the map.`);
    }
    if (row.cells.handsOffTo || row.cells.information) this.readHandoffs(row, touchpoint);
  }

  private warnOfColumns(): void {
    const row = this.heading.index + 1;
    if (!this.known.has('stage')) {
      this.warnings.add(row, null, '', `There is no column “Stage”: all steps are in one stage, “${NO_STAGE}”.`);
    }
    if (!this.known.has('step') && (this.known.has('touchpoint') || this.known.has('department'))) {
      this.warnings.add(row, null, '', 'There is no column “Step”: every stage has one step of the same name.');
    }
    if (!this.known.has('touchpoint') && this.known.has('department')) {
      this.warnings.add(row, null, '', 'There is no column “Touchpoint”: touchpoints are named like their steps.');
    }
    if (!this.known.has('department') && this.known.has('touchpoint')) {
      const message = `There is no column “Department”: all touchpoints are in one lane, “${NO_DEPARTMENT}”.`;
      this.warnings.add(row, null, '', message);
    }
    this.heading.columns.forEach((column, index) => {
      const name = cleanTitle(this.heading.cells[index] ?? '');
      if (column !== null || name === '') return;
      const message = `The column “${short(name)}” means nothing to us (or is there twice). Its cells are in the descriptions.`;
      this.warnings.add(row, name, name, message);
    });
  }

  private rowOf(cells: readonly string[], number: number): Row {
    const known: Partial<Record<Column, string>> = {};
    const rest: string[] = [];
    const beyond: string[] = [];
    cells.forEach((cell, index) => {
      const text = cleanText(cell);
      if (text === '') return;
      if (text.length > TEXT_LIMIT) this.warnings.add(number, this.heading.cells[index] ?? null, short(text), TOO_LONG);
      const column = this.heading.columns[index];
      if (column) known[column] = text;
      else if (index < this.heading.cells.length) {
        const name = cleanTitle(this.heading.cells[index] ?? '');
        rest.push(name ? `${name}: ${text}` : text);
      } else beyond.push(text);
    });
    if (beyond.length > 0) {
      const message =
        'This row has more cells than the heading; perhaps a separator is not in quotation marks. What is too many is in the description.';
      this.warnings.add(number, null, beyond.join(', '), message);
    }
    return { number, cells: known, rest: [...rest, ...beyond] };
  }

  /** A row without stage goes on in the stage above, as it does where cells were merged. */
  private stageOf(row: Row): StageDraft {
    const title = cleanTitle(row.cells.stage ?? '');
    if (title === '' && this.known.has('stage')) {
      const where = this.lastStage ? 'the stage above' : 'a stage of its own';
      this.warnings.missing(
        row.number,
        this.nameOf('stage'),
        `put in ${where}, “${short(this.lastStage?.title ?? NO_STAGE)}”.`,
      );
    }
    const stage = title === '' ? (this.lastStage ?? this.stageNamed(NO_STAGE)) : this.stageNamed(title);
    this.lastStage = stage;
    const lifecycle = row.cells.lifecycle;
    if (lifecycle) {
      const known = readLifecycle(lifecycle);
      if (known) stage.lifecycle = known;
      else this.odd(row, 'lifecycle', `The stage is tagged “${stage.lifecycle}” instead.`);
    }
    return stage;
  }

  private stageNamed(title: string): StageDraft {
    return named(this.stages, title, () => {
      const stage: StageDraft = { title, lifecycle: guessLifecycle(title) };
      this.draft.stages.push(stage);
      this.steps.set(stage, new Map());
      return stage;
    });
  }

  /** Null for a row that names a stage and nothing that would stand at a step. */
  private stepOf(row: Row, stage: StageDraft): StepDraft | null {
    const title = cleanTitle(row.cells.step ?? '');
    if (title !== '') return this.stepNamed(stage, title);
    const { stage: _, lifecycle: __, ...others } = row.cells;
    if (Object.keys(others).length === 0 && row.rest.length === 0) return null;
    const above = this.lastStep?.stage === stage ? this.lastStep : null;
    const step = above ?? this.stepNamed(stage, stage.title);
    if (this.known.has('step')) {
      const where = above ? 'the step above' : 'a step named like its stage';
      this.warnings.missing(row.number, this.nameOf('step'), `put in ${where}, “${short(step.title)}”.`);
    }
    return step;
  }

  private stepNamed(stage: StageDraft, title: string): StepDraft {
    const step = named(this.steps.get(stage) ?? new Map<string, StepDraft>(), title, () => {
      const made: StepDraft = {
        stage,
        title,
        description: new Set(),
        quote: new Set(),
        momentOfTruth: false,
        belief: null,
        emotions: new Map(),
        evidence: new Map(),
        metrics: [],
      };
      this.draft.steps.push(made);
      return made;
    });
    this.lastStep = step;
    return step;
  }

  /** Null for a step alone. A touchpoint without department gets a lane, because in the tray it would lose its step. */
  private laneOf(row: Row): LaneDraft | null {
    const title = cleanTitle(row.cells.department ?? '');
    if (title === '' && !row.cells.touchpoint) return this.leaveOutLane(row);
    if (title === '' && this.known.has('department')) {
      this.warnings.missing(row.number, this.nameOf('department'), `put in the lane “${NO_DEPARTMENT}”.`);
    }
    const lane = named(this.lanes, title || NO_DEPARTMENT, () => {
      const made: LaneDraft = { title: title || NO_DEPARTMENT, visibility: null };
      this.draft.lanes.push(made);
      return made;
    });
    const cell = row.cells.visibility;
    if (cell) {
      const visibility = readVisibility(cell);
      if (!visibility) this.odd(row, 'visibility', 'Frontstage, backstage and support are known. It was left out.');
      else if (lane.visibility && lane.visibility !== visibility) {
        const message = `“${short(lane.title)}” is ${lane.visibility} further up, here it is ${visibility}. It stays ${lane.visibility}.`;
        this.warnings.add(row.number, this.nameOf('visibility'), cell, message);
      } else lane.visibility = visibility;
    }
    return lane;
  }

  /** Whether the department of this row does something at its step: a name of what it does, or any detail of it. */
  private isAtWork({ number, cells }: Row): boolean {
    if (cells.touchpoint || !this.known.has('touchpoint')) return true;
    if (WORK_COLUMNS.some((column) => cells[column])) return true;
    this.warnings.missing(
      number,
      this.nameOf('touchpoint'),
      'the department has its lane, and nothing in it at this step.',
    );
    return false;
  }

  private leaveOutLane(row: Row): null {
    if (row.cells.visibility) this.odd(row, 'visibility', 'This row has no department, so it was left out.');
    return null;
  }

  private touchpointOf(row: Row, step: StepDraft, lane: LaneDraft): TouchpointDraft {
    const title = cleanTitle(row.cells.touchpoint ?? '');
    if (title === '' && this.known.has('touchpoint')) {
      this.warnings.missing(row.number, 'Touchpoint', 'what the department does there is named like the step.');
    }
    const touchpoint: TouchpointDraft = {
      row: row.number,
      step,
      lane,
      title: title || step.title,
      description: new Set(),
      metrics: [],
      systems: [],
      channel: this.wordOf(row, 'channel'),
      owner: this.ownerOf(row),
      customersPerMonth: this.amountOf(row, 'customersPerMonth'),
      costEach: this.amountOf(row, 'costEach'),
      moneyEach: this.amountOf(row, 'moneyEach'),
    };
    for (const system of (row.cells.systems ?? '')
      .split(/[|;\n]/)
      .map(cleanTitle)
      .filter(Boolean)) {
      if (system.length <= SYSTEM_LIMIT) touchpoint.systems.push(system);
      else touchpoint.description.add(`System: ${system}`);
    }
    this.draft.touchpoints.push(touchpoint);
    return touchpoint;
  }

  private ownerOf(row: Row): PersonDraft | null {
    const name = cleanTitle(row.cells.owner ?? '');
    if (name === '') return null;
    if (isNobody(name)) {
      if (!/^\W*$/.test(name)) this.odd(row, 'owner', 'It was read as “nobody yet”.');
      return null;
    }
    return named(this.people, name, () => {
      const person: PersonDraft = { name };
      this.draft.people.push(person);
      return person;
    });
  }

  private personaOf(row: Row): PersonaDraft | null {
    const name = cleanTitle(row.cells.persona ?? '');
    if (name === '' || foldTitle(name) === EVERYONE) return null;
    return named(this.personas, name, () => {
      const persona: PersonaDraft = { name };
      this.draft.personas.push(persona);
      return persona;
    });
  }

  /** What a row says about its step: how it feels, for whom, and what backs that. */
  private readExperience(row: Row, step: StepDraft): void {
    const persona = this.personaOf(row);
    this.readEmotion(row, step, persona);
    const { momentOfTruth, belief, evidence, quote } = row.cells;
    if (momentOfTruth) {
      const flag = readFlag(momentOfTruth);
      if (flag === null) this.keep(row, 'momentOfTruth', step, 'Yes and no are known.');
      else if (flag) step.momentOfTruth = true;
    }
    if (belief) {
      const value = readFeeling(belief);
      if (value === null) this.keep(row, 'belief', step, 'A belief is a whole number from -2 to +2.');
      else if (step.belief === null) step.belief = value;
      else if (step.belief !== value) this.conflict(row, 'belief', step, step.belief);
    }
    if (evidence) {
      const kinds = readEvidence(evidence);
      if (kinds) step.evidence.set(persona, [...new Set([...(step.evidence.get(persona) ?? []), ...kinds])]);
      else this.keep(row, 'evidence', step, 'Feedback and behaviour are known.');
    }
    if (quote) step.quote.add(quote);
  }

  private readEmotion(row: Row, step: StepDraft, persona: PersonaDraft | null): void {
    const { emotion } = row.cells;
    if (!emotion) return;
    const value = readFeeling(emotion);
    const before = step.emotions.get(persona);
    if (value === null) this.keep(row, 'emotion', step, 'An emotion is a whole number from -2 to +2.');
    else if (before === undefined) step.emotions.set(persona, value);
    else if (before !== value) this.conflict(row, 'emotion', step, before);
  }

  private conflict(row: Row, column: Column, step: StepDraft, before: number): void {
    const value = row.cells[column] ?? '';
    const message = `“${short(step.title)}” has ${signed(before)} further up, here it has ${short(value)}. It stays ${signed(before)}.`;
    this.warnings.add(row.number, this.nameOf(column), value, message);
  }

  private descriptionOf(row: Row, isTouchpoint: boolean): string[] {
    const lines = row.cells.description ? [row.cells.description] : [];
    for (const column of ['channel', ...(isTouchpoint ? [] : TOUCHPOINT_COLUMNS)] as const) {
      const cell = row.cells[column];
      if (!cell || (isTouchpoint && cell.length <= WORD_LIMIT)) continue;
      if (!isTouchpoint) this.odd(row, column, 'This row has no touchpoint, so it is in the description of the step.');
      lines.push(`${this.nameOf(column)}: ${cell}`);
    }
    return lines;
  }

  private readHandoffs(row: Row, from: TouchpointDraft | null): void {
    const { handsOffTo: titles = '', information = '' } = row.cells;
    if (from) this.handoffCells.push({ from, titles, information });
    else if (titles) this.odd(row, 'handsOffTo', 'This row has no touchpoint, so there is no hand-off.');
    else this.odd(row, 'information', 'This row has no touchpoint, so there is no hand-off.');
  }

  private wordOf(row: Row, column: Column): string {
    const word = cleanTitle(row.cells[column] ?? '');
    return word.length <= WORD_LIMIT ? word : '';
  }

  private amountOf(row: Row, column: 'customersPerMonth' | 'costEach' | 'moneyEach'): number | null {
    const cell = row.cells[column];
    if (!cell) return null;
    const amount = readAmount(cell);
    if (amount === null || amount > 1e15) {
      this.odd(row, column, 'It is no number; it was left out.');
      return null;
    }
    return amount;
  }

  /** A cell that was not understood and is kept as words in the description of the step. */
  private keep(row: Row, column: Column, step: StepDraft, why: string): void {
    step.description.add(`${this.nameOf(column)}: ${row.cells[column] ?? ''}`);
    this.odd(row, column, `${why} It is in the description of the step.`);
  }

  private odd(row: Row, column: Column, consequence: string): void {
    const value = row.cells[column] ?? '';
    this.warnings.add(row.number, this.nameOf(column), value, `“${short(value)}” was not understood. ${consequence}`);
  }

  /** A column as the file calls it. */
  private nameOf(column: Column): string {
    return cleanTitle(this.heading.cells[this.heading.columns.indexOf(column)] ?? '') || column;
  }
}

/** Columns that describe a touchpoint and have no meaning for a step. */
const TOUCHPOINT_COLUMNS = ['owner', 'systems', 'customersPerMonth', 'costEach', 'moneyEach'] as const;

const WORK_COLUMNS = [...TOUCHPOINT_COLUMNS, 'channel', 'metrics', 'description', 'handsOffTo'] as const;

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text).replace(/\s+/g, ' ');
const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

/** The thing of this name, made where it first appears. */
function named<T>(things: Map<string, T>, title: string, make: () => T): T {
  const key = foldTitle(title);
  const known = things.get(key);
  if (known) return known;
  const made = make();
  things.set(key, made);
  return made;
}
