import { KIND_NAMES } from '../../../shared/commands/refuse.ts';
import { collectionOf, titleOf } from '../../../shared/model/collections.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import type { Subject } from '../../../shared/talk/records.ts';

/** What a thread is about, in words. */
export interface SubjectWords {
  readonly words: string;
  /** It is not on the map any more; the words are those from before, as far as the map still knows them. */
  readonly gone: boolean;
}

export function subjectWords(map: MapSnapshot, on: Subject): SubjectWords {
  if (on.kind === 'map') return { words: 'The map', gone: false };
  if (on.kind === 'cell') {
    const [step, lane] = [nameOf(map, 'step', on.step), nameOf(map, 'lane', on.lane)];
    return { words: `${lane.words}, ${step.words}`, gone: step.gone || lane.gone };
  }
  if (on.kind === 'handoff') return handoffWords(map, on.id);
  return nameOf(map, on.kind, on.id);
}

/** A hand-off has no name of its own. */
type NamedKind = Exclude<Subject['kind'], 'map' | 'cell' | 'handoff'>;

function nameOf(map: MapSnapshot, kind: NamedKind, id: string): SubjectWords {
  const table = map[collectionOf(kind)];
  const there = table.get(id);
  const record = there ?? table.removed.get(id);
  const title = firstLine(record ? titleOf(record) : '');
  return { words: title || `${record ? 'Untitled' : 'A'} ${KIND_NAMES[kind]}`, gone: !there };
}

function handoffWords(map: MapSnapshot, id: string): SubjectWords {
  const there = map.handoffs.get(id);
  const handoff = there ?? map.handoffs.removed.get(id);
  const [from, to] = [handoff?.from, handoff?.to].map((end) => end && nameOf(map, 'touchpoint', end));
  if (!from || !to) return { words: 'A hand-off', gone: !there };
  return { words: `${from.words} to ${to.words}`, gone: !there || from.gone || to.gone };
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';
