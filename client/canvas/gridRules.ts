import type { MapLayout } from '../../shared/layout/mapLayout.ts';

/** Where the lines between columns and rows are, in content coordinates. */
export interface GridRules {
  readonly columns: readonly number[];
  readonly stages: readonly number[];
  readonly rows: readonly number[];
  /** The middle of the emotion row. */
  readonly zero: readonly number[];
  readonly visibility: readonly number[];
}

const rules = new WeakMap<MapLayout, GridRules>();

export function rulesOf(layout: MapLayout): GridRules {
  let known = rules.get(layout);
  if (!known) {
    known = read(layout);
    rules.set(layout, known);
  }
  return known;
}

function read({ columns: boxes, lanes, emotion, visibilityY }: MapLayout): GridRules {
  const columns: number[] = [];
  const stages: number[] = [];
  for (const [index, { x, width, stage }] of boxes.entries()) {
    (boxes[index + 1]?.stage === stage ? columns : stages).push(x + width);
  }
  const rows = lanes.map(({ y, height }) => y + height);
  const hasColumns = boxes.length > 0;
  return {
    columns,
    stages,
    rows: hasColumns ? [emotion.y + emotion.height, ...rows] : rows,
    zero: hasColumns ? [emotion.zeroY] : [],
    visibility: visibilityY === null ? [] : [visibilityY],
  };
}
