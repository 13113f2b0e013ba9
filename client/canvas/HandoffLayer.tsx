import { memo, useMemo } from 'react';
import type { HandoffPath } from '../../shared/layout/mapLayout.ts';
import { useLayoutPart } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { arrowPath } from './arrowPath.ts';
import { type Pieces, piecesIn } from './handoffPieces.ts';
import styles from './Layers.module.css';
import { useItemView } from './useItemView.ts';
import { useMarks } from './useMarks.ts';
import { useDistance, useSight } from './useViewport.ts';
import { useView, type ViewState } from './viewStore.ts';

/** As one string, so that nothing is drawn anew while other things are selected. */
const selectedHandoffs = ({ selected }: ViewState): string =>
  selected.flatMap(({ kind, id }) => (kind === 'handoff' ? [id] : [])).join(' ');

/**
 * The hand-offs, all in one drawing. Not React Flow's edges: those compute their ends at every pan and take a drawing
 * each, while layout has found every path already.
 *
 * They are painted in pieces, a square of the map at a time. Over that lies an invisible line for each one in sight, to
 * be pointed at and read out, which shows itself while it is pointed at, selected or has the focus.
 */
export const HandoffLayer = memo(function HandoffLayer() {
  const handoffs = useLayoutPart((layout) => layout.handoffs);
  const sight = useSight();
  const near = useDistance() === 'near';
  const ids = useView(selectedHandoffs);
  const selected = useMemo(() => new Set(ids.split(' ')), [ids]);
  const broken = useMarks().broken;
  // What is selected shows itself; under it its own colour would show through at the edges.
  const pieces = useMemo(
    () =>
      near
        ? piecesIn(
            handoffs.filter(({ id }) => !selected.has(id)),
            broken,
            sight,
          )
        : [],
    [near, handoffs, selected, broken, sight],
  );
  // From far away they are painted, all but what is selected.
  const inSight = handoffs.filter(
    ({ id, bounds: { x, y, width, height } }) =>
      (near || selected.has(id)) &&
      x < sight.right &&
      x + width > sight.left &&
      y < sight.bottom &&
      y + height > sight.top,
  );
  return (
    <div className={styles.below}>
      <svg className={styles.svg} aria-hidden="true">
        {pieces.map(({ key, ...paths }) => (
          <Square key={key} {...paths} />
        ))}
      </svg>
      <svg className={styles.svg} aria-hidden={handoffs.length === 0}>
        <title>Hand-offs</title>
        {inSight.map((path) => (
          <Handoff key={path.id} path={path} broken={broken.has(path.id)} />
        ))}
      </svg>
    </div>
  );
});

const Square = memo(function Square({ lines, arrows, broken, brokenArrows }: Omit<Pieces, 'key'>) {
  return (
    <>
      {lines && <path className={styles.line} d={lines} />}
      {arrows && <path className={styles.tip} d={arrows} />}
      {broken && <path className={styles.line} d={broken} data-broken="true" />}
      {brokenArrows && <path className={styles.tip} d={brokenArrows} data-broken="true" />}
    </>
  );
});

interface HandoffProps {
  readonly path: HandoffPath;
  readonly broken: boolean;
}

const Handoff = memo(function Handoff({ path, broken }: HandoffProps) {
  const view = useItemView({ kind: 'handoff', id: path.id });
  const label = useMap((map) => {
    const [from, to] = [map.touchpoints.get(path.from), map.touchpoints.get(path.to)];
    return `Hand-off from ${from?.title || 'untitled'} to ${to?.title || 'untitled'}`;
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in a drawing
    <g role="button" className={styles.handoff} aria-label={label} data-broken={broken || undefined} {...view}>
      <path className={styles.hit} d={path.path} />
      <path className={styles.line} d={path.path} />
      <path className={styles.tip} d={arrowPath(path.arrow.tip, path.arrow.direction)} />
    </g>
  );
});
