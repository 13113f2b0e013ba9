import { type ReactFlowState, useStore } from '@xyflow/react';
import { memo, useRef } from 'react';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { useLayout } from '../session/mapViews.ts';
import styles from './Ground.module.css';
import { rulesOf } from './gridRules.ts';
import { useIsFar } from './useNodes.ts';
import { useZoomVariable } from './useViewport.ts';

/** The lines end so far before the paper does: what sticks out by a pixel is a layer of its own. */
const MARGIN = 40;
/** By so much the paper grows. */
const STRETCH = 6000;

/**
 * The paper the map lies on, with the lines between columns and rows: hairlines at every zoom. From far away they are
 * painted.
 *
 * It moves with the map, it is opaque, and nothing reaches beyond it: only then does the browser keep all the map in one
 * layer. On a ground of its own that stands still, each card's text would get a layer, so as to stay sharp, and each of
 * them would be drawn anew whenever a card comes or goes.
 */
export function Ground() {
  const layout = useLayout();
  const { width, height } = layout;
  const beyond = useStore((state) => beyondOf(state, width, height));
  return useIsFar() ? null : <Paper layout={layout} beyond={beyond} />;
}

/**
 * How far the paper reaches beyond the map: to the edge of the canvas, wherever one has panned to. It grows by whole
 * stretches, for all of it is drawn anew when it does.
 */
function beyondOf({ transform: [x, y, zoom], width, height }: ReactFlowState, mapWidth: number, mapHeight: number) {
  const [right, bottom] = [(width - x) / zoom - mapWidth, (height - y) / zoom - mapHeight];
  const farthest = Math.max(x / zoom, y / zoom, right, bottom) + 2 * MARGIN;
  return Math.max(1, Math.ceil(farthest / STRETCH)) * STRETCH;
}

interface PaperProps {
  readonly layout: MapLayout;
  readonly beyond: number;
}

const Paper = memo(function Paper({ layout, beyond }: PaperProps) {
  const ground = useRef<HTMLDivElement>(null);
  useZoomVariable(ground);
  const { width, height } = layout;
  const { columns, stages, rows, zero, visibility } = rulesOf(layout);
  const [left, top, right, bottom] = [-beyond, -beyond, width + beyond, height + beyond];
  const across = (ys: readonly number[], kind: string | undefined) =>
    ys.map((y) => <path key={y} className={kind} d={`M${left + MARGIN} ${y - 0.5}H${right - MARGIN}`} />);
  const down = (xs: readonly number[], kind: string | undefined) =>
    xs.map((x) => <path key={x} className={kind} d={`M${x - 0.5} ${top + MARGIN}V${bottom - MARGIN}`} />);
  return (
    <div ref={ground} className={styles.ground} style={{ left, top, width: right - left, height: bottom - top }}>
      {/* A path for each line: the browser then looks only at those that cross what it draws. */}
      <svg className={styles.lines} aria-hidden="true" style={{ left: -left, top: -top }}>
        {across(rows, styles.row)}
        {across(zero, styles.zero)}
        {across(visibility, styles.visibility)}
        {down(columns, styles.column)}
        {down(stages, styles.stage)}
      </svg>
    </div>
  );
});
