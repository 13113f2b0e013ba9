import { Pencil } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { MapLayout, Rect } from '../../shared/layout/mapLayout.ts';
import { useSight, useZoomVariable } from '../canvas/useViewport.ts';
import { useLayout } from '../session/mapViews.ts';
import { useMap, useMapSession, useSession } from '../session/SessionContext.tsx';
import { useCursorChoice } from './cursorChoice.ts';
import { cursorsInSight } from './cursorCrowd.ts';
import { CardFlashes } from './Flash.tsx';
import { followChanges } from './flashes.ts';
import styles from './Others.module.css';
import type { Other } from './presence.ts';

/** What the others do on the map: where they point, what they have selected, what they type in and drag. */
export function OthersLayer() {
  const others = useSession((session) => session.others);
  const shown = useCursorChoice((choice) => choice.shown);
  const sight = useSight();
  const session = useMapSession();
  const layer = useRef<HTMLDivElement>(null);
  useZoomVariable(layer);
  useEffect(() => followChanges(session), [session]);
  const cursors = shown ? cursorsInSight(others, sight) : NO_CURSORS;
  return (
    <div ref={layer} className={styles.layer} data-testid="others">
      {others.map((other) => (
        <OtherOnMap key={other.client} other={other} pointer={cursors.get(other.client) ?? null} />
      ))}
      <CardFlashes />
    </div>
  );
}

const NO_CURSORS: ReturnType<typeof cursorsInSight> = new Map();

interface OtherOnMapProps {
  readonly other: Other;
  /** How their cursor is drawn; null not at all. */
  readonly pointer: 'named' | 'mark' | null;
}

const OtherOnMap = memo(function OtherOnMap({ other, pointer }: OtherOnMapProps) {
  const layout = useLayout();
  const { name, color } = other.user;
  const typing = typedItem(other.editing);
  const outlined = new Map<string, Rect>();
  for (const { kind, id } of other.selection) {
    const rect = boxOf(layout, kind, id);
    if (rect) outlined.set(`${kind}/${id}`, rect);
  }
  const typedBox = typing && boxOf(layout, typing.kind, typing.id);
  if (typing && typedBox) outlined.set(`${typing.kind}/${typing.id}`, typedBox);
  return (
    <>
      {[...outlined].slice(0, 60).map(([key, { x, y, width, height }], index) => (
        <div key={key} className={styles.outline} style={{ left: x, top: y, width, height, borderColor: color }}>
          {index === 0 && (
            <span className={styles.tag} style={{ background: color }}>
              {typing && <Pencil size={10} aria-label="types in" />} {name}
            </span>
          )}
        </div>
      ))}
      {other.selection.map(({ kind, id }) => {
        const path = kind === 'handoff' && layout.handoffById.get(id)?.path;
        return (
          path && (
            <svg key={id} className={styles.path} stroke={color} aria-hidden="true">
              <path d={path} />
            </svg>
          )
        );
      })}
      {other.drag.map(({ id, x, y }) => (
        <Dragged key={id} id={id} x={x} y={y} color={color} layout={layout} />
      ))}
      {other.cursor && pointer && (
        <div className={styles.cursor} style={{ transform: `translate(${other.cursor.x}px, ${other.cursor.y}px)` }}>
          <div className={styles.unscaled}>
            <svg
              width={pointer === 'named' ? 16 : 9}
              height={pointer === 'named' ? 18 : 10}
              viewBox="0 0 16 18"
              aria-hidden="true"
            >
              <path
                d="M1.5 1.2 14.2 8 8.3 9.7 5.4 15.6Z"
                fill={color}
                stroke="#fff"
                strokeWidth="1.2"
                strokeLinejoin="round"
              />
            </svg>
            {pointer === 'named' && (
              <span className={styles.name} style={{ background: color }}>
                {name}
              </span>
            )}
          </div>
        </div>
      )}
    </>
  );
});

interface DraggedProps {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly layout: MapLayout;
}

/** A card on its way in somebody's hand; the card itself stays where it is until it is dropped. */
function Dragged({ id, x, y, color, layout }: DraggedProps) {
  const title = useMap((map) => map.touchpoints.get(id)?.title ?? map.notes.get(id)?.text ?? '');
  const box = layout.cardById.get(id) ?? layout.noteById.get(id);
  if (!box) return null;
  return (
    <div
      className={styles.dragged}
      style={{ transform: `translate(${x}px, ${y}px)`, width: box.width, height: box.height, borderColor: color }}
    >
      {title}
    </div>
  );
}

/** `touchpoint/x1/title` names the item that is typed in; strangers write here, so anything may come. */
function typedItem(editing: string | null): { readonly kind: string; readonly id: string } | null {
  const [kind, id] = editing?.split('/') ?? [];
  return kind && id ? { kind, id } : null;
}

function boxOf(layout: MapLayout, kind: string, id: string): Rect | undefined {
  if (kind === 'touchpoint') return layout.cardById.get(id);
  if (kind === 'note') return layout.noteById.get(id);
  return undefined;
}
