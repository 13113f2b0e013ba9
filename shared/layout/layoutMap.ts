import type { Handoff, Lane } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { endOf } from './columns.ts';
import { emotionRow } from './emotionRow.ts';
import { type Grid, gridOf, type LaneLooks } from './grid.ts';
import { handoffPaths } from './handoffPaths.ts';
import type { LaneBox, MapLayout, MeasureLines } from './mapLayout.ts';
import { indexOf, reuse } from './share.ts';
import * as size from './sizes.ts';

/**
 * Lays out a map: where every header, card, curve and hand-off is, in CSS pixels at zoom 1. The same map and the same
 * measurer always give the same numbers; people and painters never disagree about a position.
 *
 * @param previous the layout of an earlier snapshot of this map: what is equal is taken over as the same object
 * @param options.lanes the lanes that are folded or hidden; their cards and hand-offs have no place
 * @param options.emotionRow false leaves out the row of the curve, for prints without it
 */
export function layoutMap(
  map: MapSnapshot,
  measure: MeasureLines,
  previous?: MapLayout,
  { emotionRow: hasEmotions = true, lanes: looks }: { readonly emotionRow?: boolean; readonly lanes?: LaneLooks } = {},
): MapLayout {
  const top = hasEmotions ? size.EMOTION_ROW_HEIGHT : 0;
  const grid = gridOf(map, measure, top, previous, looks);
  const { stages, columns, lanes, cards, notes } = grid;
  const unmoved = previous && cards === previous.cards && notes === previous.notes && lanes === previous.lanes;
  const asBefore = unmoved && columns === previous.columns && routed.get(previous) === map.handoffs.list;
  const handoffs = asBefore ? previous.handoffs : handoffPaths(map.handoffs.list, grid, previous);
  const lowest = lanes.at(-1);
  const layout = reuse<MapLayout>(previous, {
    width: endOf(columns),
    height: lowest ? lowest.y + lowest.height : Math.max(top, size.LANE_MIN_HEIGHT),
    ...headerHeights(map, grid, measure),
    stages,
    columns,
    lanes,
    emotion: emotionRow(map, columns, previous?.emotion),
    visibilityY: visibilityY(map.lanes.list, lanes),
    cards,
    notes,
    handoffs,
    cardById: indexOf(cards, previous?.cards, previous?.cardById),
    noteById: indexOf(notes, previous?.notes, previous?.noteById),
    handoffById: indexOf(handoffs, previous?.handoffs, previous?.handoffById),
  });
  routed.set(layout, map.handoffs.list);
  return layout;
}

/** What hand-offs a layout was made from: while they and all cards stay, as they do while people type, no way changes. */
const routed = new WeakMap<MapLayout, readonly Handoff[]>();

/** Header rows grow with the longest title in them. */
function headerHeights(map: MapSnapshot, { stages, columns }: Grid, measure: MeasureLines) {
  let stageLines = 1;
  for (const { id, width } of stages) {
    const title = map.stages.get(id)?.title ?? '';
    stageLines = Math.max(stageLines, measure(title, size.STAGE_FONT, width - 2 * size.HEADER_PADDING_X));
  }
  let stepLines = 1;
  for (const { step, width } of columns) {
    const record = step && map.steps.get(step);
    if (!record) continue;
    const star = record.momentOfTruth ? size.STAR_WIDTH : 0;
    stepLines = Math.max(stepLines, measure(record.title, size.STEP_FONT, width - 2 * size.HEADER_PADDING_X - star));
  }
  return {
    stageRowHeight: Math.max(size.STAGE_ROW_HEIGHT, stageLines * size.STAGE_FONT.lineHeight + 2 * size.STAGE_PADDING_Y),
    stepRowHeight: Math.max(size.STEP_ROW_HEIGHT, stepLines * size.STEP_FONT.lineHeight + 2 * size.STEP_PADDING_Y),
  };
}

/**
 * The line of visibility runs under the last frontstage lane, where all department lanes that customers do not see
 * (backstage and support) come after it. Where people mixed them there is no such line, and drawing one somewhere
 * would be wrong about half of the lanes. Notes lanes are on neither side.
 */
function visibilityY(lanes: readonly Lane[], boxes: readonly LaneBox[]): number | null {
  const departments = lanes.filter((lane) => lane.kind === 'department');
  const firstHidden = departments.findIndex((lane) => lane.visibility !== 'frontstage');
  const lastShown = departments[firstHidden - 1];
  if (!lastShown) return null;
  if (departments.slice(firstHidden).some((lane) => lane.visibility === 'frontstage')) return null;
  const box = boxes.find(({ id }) => id === lastShown.id);
  return box ? box.y + box.height : null;
}
