import type { ClipboardEvent } from 'react';
import { clipOf } from '../../shared/clipboard/clip.ts';
import { clipTable } from '../../shared/clipboard/clipTable.ts';
import { readClip, writeClip } from '../../shared/clipboard/clipText.ts';
import { CLIP_TYPE } from '../../shared/clipboard/clipType.ts';
import type { PastePlan } from '../../shared/clipboard/pasteDraft.ts';
import { planClip } from '../../shared/clipboard/planClip.ts';
import { planLines } from '../../shared/clipboard/planLines.ts';
import { planText } from '../../shared/clipboard/planText.ts';
import { addItems } from '../../shared/commands/addItems.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import { sameItem, useView } from '../canvas/viewStore.ts';
import { tellShortened } from '../clipboard/tellShortened.ts';
import { newId } from '../session/newId.ts';
import type { MapSession } from '../session/session.ts';
import { toast } from '../ui/toasts.ts';
import { cellOf, itemAt } from './outlineAt.ts';
import { removeRow, showRow } from './outlineMoves.ts';

/** The line the clipboard is about; null in a text, whose copying and pasting is its own. */
function meantItem(session: MapSession, { target }: ClipboardEvent): ItemRef | null {
  if (!(target instanceof Element) || !target.closest('[data-row]')) return null;
  return itemAt({ canvas: { session }, event: null });
}

/** Copies a line as a table for other programs and as a piece of a map for ourselves; a cut one goes. */
export function onCopy(session: MapSession, event: ClipboardEvent): void {
  const item = meantItem(session, event);
  const { selected } = useView.getState();
  const items = item && selected.some((one) => sameItem(one, item)) ? selected : item && [item];
  const clip = items && clipOf(session.store.getState().map, items);
  if (!clip || !item || String(getSelection() ?? '') !== '') return;
  event.clipboardData.setData('text/plain', clipTable(clip));
  event.clipboardData.setData(CLIP_TYPE, writeClip(clip));
  event.preventDefault();
  if (event.type === 'cut' && reaches(session.store.getState().role, 'editor')) removeRow(session, item);
}

/** Pastes below the line: a piece of a map, a table, or lines, each of which becomes one line of the same cell. */
export function onPaste(session: MapSession, event: ClipboardEvent): void {
  const { map, role } = session.store.getState();
  const item = meantItem(session, event);
  if (!item || !reaches(role, 'editor')) return;
  event.preventDefault();
  const text = event.clipboardData.getData('text/plain');
  const clip = readClip(event.clipboardData.getData(CLIP_TYPE));
  const place = cellOf(map, item);
  if (clip) {
    const step = map.steps.get(item.kind === 'step' ? item.id : (place?.step ?? ''));
    const stage = map.stages.get(item.kind === 'stage' ? item.id : (step?.stage ?? ''));
    finish(session, planClip(map, clip, { place, step: step?.id ?? null, stage: stage?.id ?? null }, newId));
  } else if (text.trim() !== '') {
    const isTable = text.includes('\t');
    if (!place && !isTable) toast('Choose a step or a touchpoint first, then paste.', { tone: 'problem' });
    else finish(session, isTable || !place ? planText(map, text, place, newId) : planLines(map, text, place, newId));
  }
}

/** Lines pasted into the empty title of something new: each becomes one of its kind. */
export const pasteLinesInto = (session: MapSession, text: string, place: Place): void =>
  finish(session, planLines(session.store.getState().map, text, place, newId));

function finish(session: MapSession, plan: PastePlan): void {
  if (plan.status === 'refused') {
    toast(plan.reason, { tone: 'problem' });
    return;
  }
  if (session.run(addItems, plan.input).status === 'refused') return;
  tellShortened(plan);
  const last = plan.select.at(-1);
  if (last) showRow(session, last);
}
