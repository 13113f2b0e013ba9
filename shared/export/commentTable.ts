import { collectionOf, titleOf } from '../model/collections.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { writtenDate } from '../model/writtenDate.ts';
import type { Subject } from '../talk/records.ts';
import { liveComments, type TalkSnapshot } from '../talk/snapshot.ts';
import { palette } from './palette.ts';
import type { TableCell, TablePages } from './table.ts';

/** A thread of a discussion as it is exported: what was said about something, in the order in which it was said. */
export interface SaidThread {
  readonly on: Subject;
  readonly resolved: boolean;
  readonly said: readonly SaidComment[];
}

interface SaidComment {
  /** Whoever wrote it, as the server knows them; '' for a comment that is still on its way there. */
  readonly by: string;
  /** ISO 8601 in UTC; '' likewise. */
  readonly at: string;
  readonly text: string;
}

/** What a discussion says, as plain values: threads still open come first. */
export function saidIn({ threads }: TalkSnapshot): SaidThread[] {
  const all = threads.map((thread) => ({
    on: thread.on,
    resolved: thread.resolved,
    said: liveComments(thread).map(({ stamp, text }) => ({
      by: stamp?.name ?? '',
      at: stamp === null ? '' : isoOf(stamp.at),
      text,
    })),
  }));
  const saying = all.filter(({ said }) => said.length > 0);
  return [...saying.filter(({ resolved }) => !resolved), ...saying.filter(({ resolved }) => resolved)];
}

/** A clock may say anything; what is no date is left out. */
const isoOf = (time: number): string => (Math.abs(time) < 8.64e15 ? new Date(time).toISOString() : '');

/** Every text of it: fonts are loaded for them. */
export const textsOfComments = (threads: readonly SaidThread[]): string[] =>
  threads.flatMap(({ said }) => said.flatMap(({ by, text }) => [by, text]));

/** What was said about the map, thread by thread. */
export function commentTable(map: MapSnapshot, threads: readonly SaidThread[]): TablePages {
  const count = threads.reduce((sum, { said }) => sum + said.length, 0);
  return {
    title: `Comments \u00b7 ${count}`,
    anchor: 'comments',
    columns: [
      { head: 'About', share: 4 },
      { head: 'Who', share: 2.4 },
      { head: 'When', share: 2.2 },
      { head: 'Comment', share: 9 },
    ],
    rows: threads.flatMap(({ on, resolved, said }) =>
      said.map(({ by, at, text }, index): TableCell[] => [
        { text: index === 0 ? `${subjectInWords(map, on)}${resolved ? '\nresolved' : ''}` : '', strong: true },
        { text: by || 'not sent yet', ...(by === '' ? { color: palette.muted } : {}) },
        { text: at === '' ? '' : writtenDate(at), color: palette.muted },
        { text },
      ]),
    ),
  };
}

/** What a thread is about, for a cell or an outline: what keeps names apart on a page would hide them from a search. */
export const plainSubject = (map: MapSnapshot, on: Subject): string =>
  subjectInWords(map, on).replace(/[\u2068\u2069]/g, '');

/** What a thread is about, by its name. */
function subjectInWords(map: MapSnapshot, on: Subject): string {
  if (on.kind === 'map') return 'The whole map';
  if (on.kind === 'cell') {
    const [step, lane] = [map.steps.get(on.step)?.title.trim(), map.lanes.get(on.lane)?.title.trim()];
    return step === undefined || lane === undefined ? gone : `${step || 'Untitled'}, ${lane || 'Untitled'}`;
  }
  if (on.kind === 'handoff') {
    const handoff = map.handoffs.get(on.id);
    if (handoff === undefined) return gone;
    const name = (id: string | null) => map.touchpoints.get(id ?? '')?.title.trim() || 'Untitled';
    return `\u2068${name(handoff.from)}\u2069 \u2192 \u2068${name(handoff.to)}\u2069`;
  }
  const record = map[collectionOf(on.kind)].get(on.id);
  return record === undefined ? gone : titleOf(record).trim() || 'Untitled';
}

const gone = 'Something that is gone';
