import { addLane } from '../../shared/commands/addLane.ts';
import { addNote } from '../../shared/commands/addNote.ts';
import { addStage } from '../../shared/commands/addStage.ts';
import { addStep } from '../../shared/commands/addStep.ts';
import { addTouchpoint } from '../../shared/commands/addTouchpoint.ts';
import { idOf, type LaneId, type StageId, type StepId, type TouchpointId } from '../../shared/model/ids.ts';
import type { Place } from '../../shared/model/records.ts';
import { newId } from '../session/newId.ts';
import type { Canvas } from './canvasContext.ts';
import { reveal } from './focusSpot.ts';
import { type Editing, useView } from './viewStore.ts';

/** What was just made is selected and typed in at once; its typing is undone together with its making. */
function startTyping(
  canvas: Canvas,
  editing: Editing & { kind: 'touchpoint' | 'note' | 'stage' | 'step' | 'lane' },
): void {
  const view = useView.getState();
  view.setTool('select');
  view.select([{ kind: editing.kind, id: editing.id }]);
  view.edit({ ...editing, fresh: true });
  const isColumn = editing.kind === 'stage' || editing.kind === 'step';
  reveal(canvas, { kind: editing.kind, id: editing.id }, isColumn ? NEXT_PLUS : 0);
}

/** Room for the "+" that makes the next column, so that whoever builds a journey never has to look for it. */
const NEXT_PLUS = 80;

const togetherWith = (kind: string, id: string, field: string) => `type:${kind}/${id}/${field}`;

/** Adds a card or, in a notes lane, a note; answers its id, or null when it was refused. */
export function addInCell(canvas: Canvas, place: Place, before: TouchpointId | null = null): string | null {
  const lane = canvas.map().lanes.get(place.lane);
  const id = newId();
  if (lane?.kind === 'notes') {
    const together = togetherWith('note', id, 'text');
    const outcome = canvas.session.run(addNote, { id: idOf(id), fields: { place } }, together);
    if (outcome.status === 'done') startTyping(canvas, { kind: 'note', id, field: 'text' });
    return outcome.status === 'done' ? id : null;
  }
  const together = togetherWith('touchpoint', id, 'title');
  const outcome = canvas.session.run(addTouchpoint, { id: idOf(id), fields: { place }, before }, together);
  if (outcome.status === 'done') startTyping(canvas, { kind: 'touchpoint', id, field: 'title' });
  return outcome.status === 'done' ? id : null;
}

/** A stage comes with its first step, since a stage alone has no column to work in. */
export function addStageBefore(canvas: Canvas, before: StageId | null): void {
  const id = newId();
  const together = togetherWith('stage', id, 'title');
  const outcome = canvas.session.run(addStage, { id: idOf(id), before }, together);
  if (outcome.status === 'refused') return;
  canvas.session.run(addStep, { id: idOf(newId()), fields: { stage: idOf(id) } }, together);
  startTyping(canvas, { kind: 'stage', id, field: 'title' });
}

/** A stage that nobody worked in has an untouched step already: asking for one means that one. */
export function addStepBefore(canvas: Canvas, stage: StageId, before: StepId | null): void {
  const waiting = untouchedStep(canvas, stage);
  if (waiting) {
    startTyping(canvas, { kind: 'step', id: waiting, field: 'title' });
    return;
  }
  const id = newId();
  const outcome = canvas.session.run(
    addStep,
    { id: idOf(id), fields: { stage }, before },
    togetherWith('step', id, 'title'),
  );
  if (outcome.status === 'done') startTyping(canvas, { kind: 'step', id, field: 'title' });
}

function untouchedStep(canvas: Canvas, stage: StageId): StepId | null {
  const map = canvas.map();
  const steps = map.steps.list.filter((step) => step.stage === stage);
  const [only] = steps;
  if (steps.length !== 1 || !only || only.title !== '' || only.emotions.length > 0) return null;
  const used = [...map.touchpoints.list, ...map.notes.list].some(({ place }) => place?.step === only.id);
  return used ? null : only.id;
}

export function addLaneBefore(canvas: Canvas, kind: 'department' | 'notes', before: LaneId | null): void {
  const id = newId();
  // A new department is as visible as its neighbour, so that the line of visibility stays where it is.
  const { list } = canvas.map().lanes;
  const at = before === null ? list.length : list.findIndex((lane) => lane.id === before);
  const visibility = (list[at - 1] ?? list[at])?.visibility ?? 'frontstage';
  const fields = { kind, ...(kind === 'department' && { visibility }) };
  const outcome = canvas.session.run(addLane, { id: idOf(id), fields, before }, togetherWith('lane', id, 'title'));
  if (outcome.status === 'done') startTyping(canvas, { kind: 'lane', id, field: 'title' });
}

/** The cell under the selection, the entered one, or the first there is. */
export function cellToFill(canvas: Canvas): Place | null {
  const { selected, cell } = useView.getState();
  const layout = canvas.layout();
  const [item] = selected;
  const box = item && (layout.cardById.get(item.id) ?? layout.noteById.get(item.id));
  if (box) return { step: box.step, lane: box.lane };
  if (cell && exists(canvas, cell)) return cell;
  const lane =
    layout.lanes.find(({ id }) => id === item?.id) ??
    layout.lanes.find(({ id }) => canvas.map().lanes.get(id)?.kind === 'department') ??
    layout.lanes[0];
  const columns = layout.columns.filter((column) => column.step !== null);
  const column = columns.find(({ step, stage }) => step === item?.id || stage === item?.id) ?? columns[0];
  return column?.step && lane ? { step: column.step, lane: lane.id } : null;
}

export const exists = (canvas: Canvas, { step, lane }: Place): boolean =>
  canvas.layout().columns.some((column) => column.step === step) && canvas.map().lanes.has(lane);
