import { reaches } from '../../shared/protocol/roles.ts';
import type { Subject } from '../../shared/talk/records.ts';
import { draftOn } from '../talk/talkStore.ts';
import type { Canvas } from './canvasContext.ts';
import type { Spot } from './spots.ts';
import { useView } from './viewStore.ts';

/** Begins a comment on what the keyboard is at; on the map where it is nowhere in particular. */
export function commentHere(canvas: Canvas, spot: Spot | null): boolean {
  if (!reaches(canvas.session.store.getState().role, 'commenter')) return false;
  commentOn(subjectOf(spot));
  return true;
}

/** Begins a comment on something. */
export function commentOn(subject: Subject): void {
  draftOn(subject);
  useView.getState().showPanel('comments');
}

/** How a step feels is a thing to say about the step. */
function subjectOf(spot: Spot | null): Subject {
  if (!spot) return { kind: 'map' };
  return spot.kind === 'emotion' ? { kind: 'step', id: spot.id } : spot;
}
