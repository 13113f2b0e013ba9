import { memo, useRef } from 'react';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { useLayout } from '../session/mapViews.ts';
import styles from './Ground.module.css';
import { BEYOND, rulesOf } from './gridRules.ts';
import { useIsFar } from './useNodes.ts';
import { useZoomVariable } from './useViewport.ts';

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
  return useIsFar() ? null : <Paper layout={layout} />;
}

const Paper = memo(function Paper({ layout }: { readonly layout: MapLayout }) {
  const ground = useRef<HTMLDivElement>(null);
  useZoomVariable(ground);
  const { width, height } = layout;
  const { columns, stages, rows, zero, visibility } = rulesOf(layout);
  const across = (ys: readonly number[]) => ys.map((y) => `M${-BEYOND} ${y}H${width + BEYOND}`).join('');
  const down = (xs: readonly number[]) => xs.map((x) => `M${x} ${-BEYOND}V${height + BEYOND}`).join('');
  return (
    <div
      ref={ground}
      className={styles.ground}
      style={{ left: -BEYOND, top: -BEYOND, width: width + 2 * BEYOND, height: height + 2 * BEYOND }}
    >
      <svg className={styles.lines} aria-hidden="true" style={{ left: BEYOND, top: BEYOND }}>
        <path className={styles.rows} d={across(rows)} />
        <path className={styles.zero} d={across(zero)} />
        <path className={styles.visibility} d={across(visibility)} />
        <path className={styles.columns} d={down(columns)} />
        <path className={styles.stages} d={down(stages)} />
      </svg>
    </div>
  );
});
