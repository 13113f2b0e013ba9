import { MEMBER_LIMIT, WORD_LIMIT } from '../../model/fields.ts';
import { guessLifecycle } from '../../model/lifecycle.ts';
import { cleanTitle, foldTitle, isNobody, readVisibility } from '../cells.ts';
import {
  type Draft,
  emptyDraft,
  type LaneDraft,
  newStep,
  newTouchpoint,
  type PersonDraft,
  type StageDraft,
  type StepDraft,
  type TouchpointDraft,
} from '../draft.ts';
import { type FeelingScale, SCALE_WORDS, scaleOf } from '../feelings.ts';
import { readMetrics } from '../metricText.ts';
import { NO_STAGE } from '../readRows.ts';
import { short } from '../row.ts';
import type { WarningList } from '../warnings.ts';
import { CanvasSheet, entriesOf } from './canvasSheet.ts';
import type { Canvas } from './findCanvas.ts';
import { readFeelings } from './readFeelings.ts';

/** Longer names of steps go into the description, with a shorter one on the map. */
const LONGEST_NAME = 120;
/** Columns of one sheet; nobody draws more steps. */
const MOST_STEPS = 500;

/**
 * Reads a sheet whose columns are steps. Every filled column becomes a step; what stands in its rows becomes the step's
 * own, touchpoints and notes. Stages reach to the right until the next one begins, as merged cells do.
 */
export function readCanvas(
  rows: readonly (readonly string[])[],
  canvas: Pick<Canvas, 'labelColumn' | 'rows'>,
  warnings: WarningList,
): Draft {
  const sheet = new CanvasSheet(rows, canvas, warnings);
  const reader = new CanvasReader(sheet);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const end = Math.min(width, sheet.labelColumn + 1 + MOST_STEPS);
  for (let column = sheet.labelColumn + 1; column < end; column++) reader.readColumn(column);
  if (end < width)
    warnings.add(1, null, '', `At most ${MOST_STEPS} columns are read. Those behind them were left out.`);
  reader.finish();
  return reader.draft;
}

class CanvasReader {
  readonly draft = emptyDraft();
  readonly #sheet: CanvasSheet;
  readonly #scale: FeelingScale;
  readonly #guesses = new Set<string>();
  readonly #lanes = new Map<string, LaneDraft>();
  /** The topmost row that fills each lane. */
  readonly #laneRows = new Map<LaneDraft, number>();
  readonly #people = new Map<string, PersonDraft>();
  #stage: StageDraft | null = null;

  constructor(sheet: CanvasSheet) {
    this.#sheet = sheet;
    const { rows, meanings, labelColumn } = sheet;
    this.#scale = scaleOf(
      rows.flatMap((row, index) => (meanings[index] === 'emotion' ? row.slice(labelColumn + 1) : [])),
    );
    if (this.#scale !== 'ours') sheet.warnRow('emotion', SCALE_WORDS[this.#scale]);
  }

  readColumn(column: number): void {
    const sheet = this.#sheet;
    if (sheet.isEmpty(column)) return;
    const stageName = sheet
      .cells(column, 'stage')
      .map(({ text }) => cleanTitle(text))
      .join(' ');
    const stage = this.#stageNamed(stageName);
    // A sheet without names for steps has one at each stage, an empty one too: that is its place on the map.
    if (sheet.isEmpty(column, 'stage') && sheet.meanings.includes('step')) return;
    const step = this.#stepOf(column, stage);
    this.draft.steps.push(step);
    for (const guess of readFeelings(sheet, this.#scale, column, step)) this.#guesses.add(guess);
    const touchpoints = this.#touchpointsOf(column, step);
    this.#readDetails(column, step, touchpoints);
    this.#readNotes(column, step);
    for (const { label, text } of this.#sheet.cells(column, 'description')) step.description.add(`${label}: ${text}`);
    for (const { text } of this.#sheet.cells(column, 'metrics')) step.metrics.push(...readMetrics(text));
  }

  /** What concerns the sheet as a whole, when all its columns are known. */
  finish(): void {
    this.draft.preface.push(...this.#sheet.preface());
    // In the order of the sheet's rows, whichever column fills them first.
    this.draft.lanes.sort((a, b) => (this.#laneRows.get(a) ?? 0) - (this.#laneRows.get(b) ?? 0));
    if (this.#guesses.size === 0) return;
    // Said once for the row, with all of them.
    const read = [...this.#guesses].join(', ');
    this.#sheet.warnRow('emotion', `Feelings stand here in words. They were read: ${read}.`);
  }

  #stageNamed(title: string): StageDraft {
    const isSame = this.#stage !== null && (title === '' || foldTitle(title) === foldTitle(this.#stage.title));
    if (this.#stage !== null && isSame) return this.#stage;
    const stage: StageDraft = { title: title || NO_STAGE, lifecycle: guessLifecycle(title) };
    this.draft.stages.push(stage);
    this.#stage = stage;
    return stage;
  }

  #stepOf(column: number, stage: StageDraft): StepDraft {
    const lines = this.#sheet.cells(column, 'step').flatMap(({ text }) => entriesOf(text));
    const whole = lines.join('; ');
    const before = this.draft.steps.filter((step) => step.stage === stage).length;
    const numbered = before === 0 ? stage.title : `${stage.title} ${before + 1}`;
    const fits = whole.length <= LONGEST_NAME;
    const [first = ''] = lines;
    const title = whole === '' ? numbered : fits ? whole : first.length <= LONGEST_NAME ? first : short(first);
    const step = newStep(stage, cleanTitle(title));
    if (!fits) step.description.add(lines.join('\n'));
    return step;
  }

  #touchpointsOf(column: number, step: StepDraft): TouchpointDraft[] {
    const own = new Map<string, TouchpointDraft>();
    const add = (row: number, department: string, title: string) => {
      const lane = this.#lane(department, row);
      const key = `${foldTitle(lane.title)}\n${title}`;
      // The same thing in the same cell of the map, as merged cells and copied rows have it.
      if (!own.has(key)) own.set(key, newTouchpoint(row, step, lane, title));
    };
    const departments = this.#sheet.cells(column, 'department').flatMap(({ text }) => entriesOf(text));
    const found = this.#sheet
      .cells(column, 'touchpoint')
      .flatMap((cell) => entriesOf(cell.text).map((title) => ({ title, cell })));
    if (found.length === 0 && departments.length > 0) {
      const [cell] = this.#sheet.cells(column, 'department');
      for (const department of departments) add(cell?.row ?? 1, department, step.title);
    }
    const isPaired = departments.length === found.length;
    found.forEach(({ title, cell }, index) => {
      const department = (isPaired ? departments[index] : departments[0]) ?? cell.label;
      add(cell.row, department || 'Touchpoints', title);
    });
    if (found.length > 0 && departments.length > 1 && !isPaired) {
      const [cell] = this.#sheet.cells(column, 'department');
      const text = departments.join(', ');
      step.description.add(`${cell?.label}: ${text}`);
      const why = `There are ${departments.length} departments for ${found.length} touchpoints; all are in the lane “${short(departments[0] ?? '')}”.`;
      this.#sheet.warn(cell?.row ?? 1, column, text, `${why} Separate both by lines, as many as there are of each.`);
    }
    this.draft.touchpoints.push(...own.values());
    return [...own.values()];
  }

  /** Owner, channel and systems: each touchpoint's own where there are as many, else for all of them. */
  #readDetails(column: number, step: StepDraft, touchpoints: readonly TouchpointDraft[]): void {
    for (const meaning of ['owner', 'channel', 'systems'] as const) {
      const cells = this.#sheet.cells(column, meaning);
      const [cell] = cells;
      if (cell === undefined) continue;
      const whole = cells.map(({ text }) => cleanTitle(text)).join(', ');
      if (touchpoints.length === 0) {
        step.description.add(`${cell.label}: ${whole}`);
        const why = 'There is no touchpoint in this column, so it is in the description of the step.';
        this.#sheet.warn(cell.row, column, whole, `“${short(whole)}”: ${why}`);
        continue;
      }
      const values = cells.flatMap(({ text }) => entriesOf(text));
      const isPaired = values.length === touchpoints.length;
      touchpoints.forEach((touchpoint, index) => {
        if (meaning === 'owner') touchpoint.owner = this.#person((isPaired ? values[index] : values[0]) ?? '');
        else if (meaning === 'channel')
          touchpoint.channel = ((isPaired ? values[index] : whole) ?? '').slice(0, WORD_LIMIT);
        else {
          const systems =
            isPaired && touchpoints.length > 1 ? [values[index] ?? ''] : values.flatMap((v) => v.split(','));
          touchpoint.systems.push(
            ...systems.map((system) => cleanTitle(system).slice(0, MEMBER_LIMIT)).filter(Boolean),
          );
        }
      });
      if (meaning === 'owner' && values.length > 1 && !isPaired) {
        step.description.add(`${cell.label}: ${whole}`);
        const why = `A touchpoint has one owner: the first was taken, and all are in the description of the step.`;
        this.#sheet.warn(cell.row, column, whole, `“${short(whole)}”: ${why}`);
      }
    }
  }

  #readNotes(column: number, step: StepDraft): void {
    for (const kind of ['pain', 'idea'] as const) {
      for (const { row, label, text } of this.#sheet.cells(column, kind)) {
        const lane = this.#lane(label || (kind === 'pain' ? 'Pains' : 'Ideas'), row, 'notes');
        for (const entry of entriesOf(text)) this.draft.notes.push({ step, lane, kind, text: entry });
      }
    }
  }

  #lane(title: string, row: number, kind: LaneDraft['kind'] = 'department'): LaneDraft {
    const key = `${kind} ${foldTitle(title)}`;
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      const group = this.#sheet.groups[row - 1] ?? '';
      lane = { title: cleanTitle(title), kind, visibility: kind === 'department' ? readVisibility(group) : null };
      this.#lanes.set(key, lane);
      this.draft.lanes.push(lane);
    }
    this.#laneRows.set(lane, Math.min(row, this.#laneRows.get(lane) ?? row));
    return lane;
  }

  #person(name: string): PersonDraft | null {
    if (name === '' || isNobody(name)) return null;
    const known = this.#people.get(foldTitle(name));
    if (known) return known;
    const person: PersonDraft = { name };
    this.#people.set(foldTitle(name), person);
    this.draft.people.push(person);
    return person;
  }
}
