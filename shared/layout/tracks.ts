import { TRACK_SPACING } from './sizes.ts';

/** A stretch of a hand-off inside one gutter. */
export interface Stretch {
  /** The gutter's number: stretches in different gutters never meet. */
  readonly gutter: number;
  readonly start: number;
  readonly end: number;
}

/** The part of a gutter that lines may use, in content coordinates across it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** More lines side by side than this cannot be told apart, and share tracks. */
const MAX_TRACKS = 12;
/** Stretches on one track keep this distance, so that one does not seem to continue the other. */
const CLEARANCE = 12;

/**
 * Gives stretches that overlap in one gutter tracks of their own; returns the coordinate across the gutter for each.
 *
 * Stretches that lead on (right or down) and stretches that lead back fill the gutter from opposite sides, each in the
 * order in which they begin: so that two lines which begin and end in the same order do not cross.
 */
export function tracksOf(stretches: readonly Stretch[], spanOf: (gutter: number) => Span): number[] {
  const gutters = new Map<number, { on: number[]; back: number[] }>();
  for (const [index, { gutter, start, end }] of stretches.entries()) {
    let group = gutters.get(gutter);
    if (!group) {
      group = { on: [], back: [] };
      gutters.set(gutter, group);
    }
    (start <= end ? group.on : group.back).push(index);
  }
  const positions: number[] = new Array(stretches.length).fill(0);
  for (const [gutter, { on, back }] of gutters) {
    const onTracks = colour(on, stretches);
    const backTracks = colour(back, stretches);
    const total = onTracks.count + backTracks.count;
    const span = spanOf(gutter);
    const spacing = total > 1 ? Math.min(TRACK_SPACING, (span.to - span.from) / (total - 1)) : 0;
    const first = (span.from + span.to - spacing * (total - 1)) / 2;
    for (const [i, index] of back.entries()) positions[index] = first + spacing * (backTracks.of[i] ?? 0);
    for (const [i, index] of on.entries()) positions[index] = first + spacing * (total - 1 - (onTracks.of[i] ?? 0));
  }
  return positions;
}

/** The lowest free track for each, taken in order of their beginnings; `indexes` is put in that order. */
function colour(indexes: number[], stretches: readonly Stretch[]): { count: number; of: number[] } {
  const low = (index: number) => Math.min(stretches[index]?.start ?? 0, stretches[index]?.end ?? 0);
  const high = (index: number) => Math.max(stretches[index]?.start ?? 0, stretches[index]?.end ?? 0);
  indexes.sort((a, b) => low(a) - low(b) || a - b);
  const ends: number[] = [];
  const of = indexes.map((index, i) => {
    let track = ends.findIndex((end) => end + CLEARANCE <= low(index));
    if (track < 0) track = ends.length < MAX_TRACKS ? ends.length : i % MAX_TRACKS;
    ends[track] = Math.max(ends[track] ?? Number.NEGATIVE_INFINITY, high(index));
    return track;
  });
  return { count: ends.length, of };
}
