import { type Clip, clipOf } from '../../shared/clipboard/clip.ts';
import { clipTable } from '../../shared/clipboard/clipTable.ts';
import { readClip, writeClip } from '../../shared/clipboard/clipText.ts';
import { CLIP_TYPE } from '../../shared/clipboard/clipType.ts';
import type { PastePlan } from '../../shared/clipboard/pasteDraft.ts';
import { planClip } from '../../shared/clipboard/planClip.ts';
import { planText } from '../../shared/clipboard/planText.ts';
import { addItems } from '../../shared/commands/addItems.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import { cellToFill } from '../canvas/addItems.ts';
import { announce } from '../canvas/announce.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { focusCanvas } from '../canvas/focusSpot.ts';
import { useView } from '../canvas/viewStore.ts';
import { newId } from '../session/newId.ts';
import { toast } from '../ui/toasts.ts';
import { tellShortened } from './tellShortened.ts';

const selectedClip = (canvas: Canvas): Clip | null => clipOf(canvas.map(), useView.getState().selected);

let last: Pasted | null = null;

/** The piece of a map behind a text, where the browser hands out the text alone and it was copied on this page. */
export const lastCopied = (text: string): string =>
  last?.text.replaceAll('\r', '') === text.replaceAll('\r', '') ? last.clip : '';

/** What was copied last on this page, as a paste would get it. */
export const copiedLast = (): Pasted | null => last;

/** Writes what is selected as a table for other programs, and as a piece of a map for ourselves. */
export function copySelected(canvas: Canvas, data: DataTransfer): boolean {
  const clip = selectedClip(canvas);
  if (!clip) return false;
  last = { text: clipTable(clip), clip: writeClip(clip) };
  data.setData('text/plain', last.text);
  data.setData(CLIP_TYPE, last.clip);
  announce(`Copied ${countOf(clip)}.`);
  return true;
}

/** What was cut is gone in one step; it is in the clipboard, so nothing is offered to bring it back. */
export function cutSelected(canvas: Canvas, data: DataTransfer): boolean {
  const { selected } = useView.getState();
  const clip = selectedClip(canvas);
  if (!clip || !copySelected(canvas, data)) return false;
  const taken = new Set<string>(
    [...(clip.unit === 'cards' ? [] : clip.steps), ...clip.stages, ...clip.touchpoints, ...clip.notes].map(
      ({ id }) => id,
    ),
  );
  const whole = [
    ...clip.steps.map(({ id }): ItemRef => ({ kind: 'step', id })),
    ...clip.touchpoints.map(({ id }): ItemRef => ({ kind: 'touchpoint', id })),
    ...clip.notes.map(({ id }): ItemRef => ({ kind: 'note', id })),
  ];
  const items = [...selected, ...whole].filter(
    ({ id }, index, all) => taken.has(id) && all.findIndex((other) => other.id === id) === index,
  );
  const first = clip.touchpoints[0] ?? clip.notes[0];
  if (canvas.session.run(removeItems, { items }).status === 'refused') return true;
  const view = useView.getState();
  view.select([]);
  if (clip.unit === 'cards' && first?.place) view.enterCell(first.place);
  focusCanvas(canvas);
  announce(`Cut ${countOf(clip)}.`);
  return true;
}

/** What the clipboard offers. It can be read during its event only, while the code for it may still be on its way. */
export interface Pasted {
  readonly text: string;
  /** A piece of a map, as `copySelected` wrote it. */
  readonly clip: string;
}

export function pasteInto(canvas: Canvas, { text, clip: stored }: Pasted): boolean {
  const clip = readClip(stored);
  if (clip) return finish(canvas, planClip(canvas.map(), clip, targetOf(canvas), newId), 'Pasted');
  return text.trim() !== '' && pasteText(canvas, text, cellToFill(canvas));
}

/** A text of several lines, or a table, as cards. */
export const pasteText = (canvas: Canvas, text: string, place: Place | null): boolean =>
  finish(canvas, planText(canvas.map(), text, place, newId), 'Pasted');

/** The same once more, where it is. */
export function duplicateSelected(canvas: Canvas): boolean {
  const clip = selectedClip(canvas);
  const target = { place: null, step: clip?.steps.at(-1)?.id ?? null, stage: clip?.stages.at(-1)?.id ?? null };
  return clip !== null && finish(canvas, planClip(canvas.map(), clip, target, newId), 'Duplicated');
}

function targetOf(canvas: Canvas) {
  const { selected, cell } = useView.getState();
  const map = canvas.map();
  const place = selected.length > 0 || cell ? cellToFill(canvas) : null;
  const last = <K extends ItemRef['kind']>(kind: K) => selected.findLast((item) => item.kind === kind)?.id;
  const step = map.steps.get(last('step') ?? place?.step ?? '')?.id ?? null;
  const stage = map.stages.get(last('stage') ?? (step ? (map.steps.get(step)?.stage ?? '') : ''))?.id ?? null;
  return { place, step, stage };
}

function finish(canvas: Canvas, plan: PastePlan, done: string): boolean {
  if (plan.status === 'refused') {
    toast(plan.reason, { tone: 'problem' });
    return true;
  }
  if (canvas.session.run(addItems, plan.input).status === 'refused') return true;
  tellShortened(plan);
  useView.getState().show(plan.select);
  focusCanvas(canvas);
  const count = plan.select.length;
  announce(`${done} ${count === 1 ? '1 item' : `${count} items`}.`);
  return true;
}

function countOf(clip: Clip): string {
  const count = {
    cards: clip.touchpoints.length + clip.notes.length,
    steps: clip.steps.length,
    stages: clip.stages.length,
  };
  return count[clip.unit] === 1 ? '1 item' : `${count[clip.unit]} items`;
}
