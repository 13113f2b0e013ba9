import { Pencil } from 'lucide-react';
import { memo } from 'react';
import type { MapLayout, Rect } from '../../shared/layout/mapLayout.ts';
import { useLayout } from '../session/mapViews.ts';
import styles from './Others.module.css';
import type { Other } from './presence.ts';

interface OtherOutlinesProps {
  readonly other: Other;
}

/** What somebody has selected and types in. */
export const OtherOutlines = memo(function OtherOutlines({ other }: OtherOutlinesProps) {
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
    </>
  );
}, looksSame);

/** Each movement makes another record of somebody; what is drawn here seldom changes with it. */
function looksSame({ other: before }: OtherOutlinesProps, { other }: OtherOutlinesProps): boolean {
  return (
    before.user.name === other.user.name &&
    before.user.color === other.user.color &&
    before.editing === other.editing &&
    before.selection.length === other.selection.length &&
    before.selection.every(({ kind, id }, at) => kind === other.selection[at]?.kind && id === other.selection[at]?.id)
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
