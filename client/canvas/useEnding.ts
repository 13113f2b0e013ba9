import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import { nameOf } from '../../shared/model/collections.ts';
import { guessLifecycle } from '../../shared/model/lifecycle.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import { applyCapture } from '../capture/applyCapture.ts';
import { addInCell, addLaneBefore, addStageBefore, addStepBefore } from './addItems.ts';
import { type Canvas, useCanvas } from './canvasContext.ts';
import { focusCanvas, focusSpot } from './focusSpot.ts';
import type { Spot } from './spots.ts';
import type { Done } from './TextEdit.tsx';
import { type Editing, useView } from './viewStore.ts';

/** What happens when typing in the title of an item on the canvas ends. */
export function useEnding(item: ItemRef): (how: Done) => void {
  const canvas = useCanvas();
  return (how) => {
    const { editing, edit } = useView.getState();
    // A field that goes may still report its blur when the next one is open already.
    if (!editing || editing.kind !== item.kind || editing.id !== item.id) return;
    edit(null);
    if (isLeftEmpty(canvas, editing)) {
      // Tab goes by a cell that stays empty, as in a spreadsheet.
      const next = besides(canvas, editing, how);
      takeBack(canvas, editing, next ? 'blur' : how);
      if (next) addInCell(canvas, next);
      return;
    }
    if (editing.fresh && editing.kind === 'stage') tagLifecycle(canvas, editing);
    if (editing.fresh && editing.kind === 'touchpoint') applyCapture(canvas.session, editing.id);
    if (how === 'blur') return;
    // Capture at the speed of talk: Enter makes the next one, but only after something new.
    if (editing.fresh && how === 'enter' && addNext(canvas, editing)) return;
    const next = editing.fresh ? besides(canvas, editing, how) : null;
    if (next) {
      addInCell(canvas, next);
      return;
    }
    focusSpot(canvas, { kind: editing.kind, id: editing.id } as Spot);
  };
}

function isLeftEmpty(canvas: Canvas, { kind, id, fresh }: Editing): boolean {
  if (!fresh || kind === 'map' || (kind === 'step' && isOnlyStep(canvas, id))) return false;
  // Somebody else may have typed into it meanwhile, or put it to use.
  return nameOf(canvas.map(), { kind, id }).trim() === '' && !isUsed(canvas, kind, id);
}

/** The step a stage came with stays, named or not: without it there is no column to work in. */
function isOnlyStep(canvas: Canvas, id: string): boolean {
  const stage = canvas.map().steps.get(id)?.stage;
  return canvas.map().steps.list.every((step) => step.stage !== stage || step.id === id);
}

/** "Sales" is sales: a stage named so plainly need not be tagged by hand. Undone together with the name. */
function tagLifecycle(canvas: Canvas, { kind, id, field }: Editing): void {
  const stage = canvas.map().stages.get(id);
  const lifecycle = stage?.lifecycle === 'other' ? guessLifecycle(stage.title) : 'other';
  if (lifecycle === 'other') return;
  canvas.session.run(changeItems, changeOf('stage', id, { lifecycle }), `type:${kind}/${id}/${field}`);
}

const isUsed = (canvas: Canvas, kind: Editing['kind'], id: string) =>
  canvas.map().touchpoints.list.some(({ place }) => place && (place.step === id || place.lane === id)) ||
  (kind === 'stage' && canvas.map().steps.list.some(({ stage, title }) => stage === id && title !== ''));

/** A new thing nobody named was a slip: it goes as it came. */
function takeBack(canvas: Canvas, { kind, id, field }: Editing, how: Done): void {
  if (kind === 'map') return;
  const map = canvas.map();
  const box = canvas.layout().cardById.get(id) ?? canvas.layout().noteById.get(id);
  const steps = kind === 'stage' ? map.steps.list.filter((step) => step.stage === id && !step.title) : [];
  // Hand-offs of a deleted card wait for it to come back; one drawn to a card that never was one need not.
  const handoffs = map.handoffs.list.filter(({ from, to }) => from === id || to === id);
  const items = [
    { kind, id },
    ...steps.map((step) => ({ kind: 'step', id: step.id }) as const),
    ...handoffs.map((handoff) => ({ kind: 'handoff', id: handoff.id }) as const),
  ];
  const together = `type:${kind}/${id}/${field}`;
  const neighbour = beforeIt(canvas, kind, id);
  canvas.session.run(removeItems, { items }, together);
  canvas.session.forget(together);
  useView.getState().select([]);
  if (how === 'blur') return;
  if (box) focusSpot(canvas, { kind: 'cell', step: box.step, lane: box.lane });
  else if (neighbour) focusSpot(canvas, neighbour);
  else focusCanvas(canvas);
}

/** The header that stood before a new one, where the keyboard came from. */
function beforeIt(canvas: Canvas, kind: Editing['kind'], id: string): Spot | null {
  const { stages, columns, lanes } = canvas.layout();
  const lists: Readonly<Record<string, readonly string[]>> = {
    stage: stages.map((stage) => stage.id),
    step: columns.flatMap(({ step }) => (step ? [step] : [])),
    lane: lanes.map((lane) => lane.id),
  };
  const before = lists[kind]?.[(lists[kind]?.indexOf(id) ?? 0) - 1];
  return before ? ({ kind, id: before } as Spot) : null;
}

function addNext(canvas: Canvas, { kind, id }: Editing): boolean {
  const map = canvas.map();
  const after = <T extends { readonly id: string }>(list: readonly T[]): T | undefined =>
    list[list.findIndex((item) => item.id === id) + 1];
  switch (kind) {
    case 'touchpoint': {
      const box = canvas.layout().cardById.get(id);
      if (!box) return false;
      const cards = canvas.layout().cards.filter(({ step, lane }) => step === box.step && lane === box.lane);
      addInCell(canvas, { step: box.step, lane: box.lane }, after(cards)?.id ?? null);
      return true;
    }
    case 'note': {
      const box = canvas.layout().noteById.get(id);
      if (box) addInCell(canvas, { step: box.step, lane: box.lane });
      return box !== undefined;
    }
    case 'step': {
      const step = map.steps.get(id);
      if (!step?.stage) return false;
      addStepBefore(canvas, step.stage, after(map.steps.list.filter(({ stage }) => stage === step.stage))?.id ?? null);
      return true;
    }
    case 'stage': {
      // A stage is named, then its steps.
      const step = map.steps.list.find((other) => other.stage === id && !other.title);
      if (step) useView.getState().edit({ kind: 'step', id: step.id, field: 'title', fresh: true });
      else addStageBefore(canvas, after(map.stages.list)?.id ?? null);
      return true;
    }
    case 'lane':
      addLaneBefore(canvas, map.lanes.get(id)?.kind ?? 'department', after(map.lanes.list)?.id ?? null);
      return true;
    default:
      return false;
  }
}

/** The cell of the next step, or with Shift of the step before, in the same lane. */
function besides(canvas: Canvas, { id }: Editing, how: Done): Place | null {
  if (how !== 'tab' && how !== 'shift-tab') return null;
  const layout = canvas.layout();
  const box = layout.cardById.get(id) ?? layout.noteById.get(id);
  const steps = layout.columns.flatMap(({ step }) => (step ? [step] : []));
  const step = box && steps[steps.indexOf(box.step) + (how === 'tab' ? 1 : -1)];
  return step ? { step, lane: box.lane } : null;
}
