import { useEffect } from 'react';
import type { Rect } from '../../shared/layout/mapLayout.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { useSight } from '../canvas/useViewport.ts';
import { useLayout } from '../session/mapViews.ts';
import { endFlash, useFlashes } from './flashes.ts';
import styles from './Others.module.css';

/** The light over a header or a line of the outline that somebody else just changed. */
export function Flash({ item }: { readonly item: ItemRef }) {
  const key = `${item.kind}/${item.id}`;
  const at = useFlashes((flashes) => flashes.at[key]);
  if (at === undefined) return null;
  return <span key={at} className={styles.flash} onAnimationEnd={() => endFlash(key)} aria-hidden data-flash={key} />;
}

/** The same over cards and notes. */
export function CardFlashes() {
  const flashes = useFlashes(({ at }) => at);
  const keys = Object.keys(flashes).filter((key) => key.startsWith('touchpoint/') || key.startsWith('note/'));
  return keys.length === 0 ? null : <FlashedCards keys={keys} />;
}

function FlashedCards({ keys }: { readonly keys: readonly string[] }) {
  const { cardById, noteById } = useLayout();
  const { left, top, right, bottom } = useSight();
  const boxes = keys.map((key) => {
    const id = key.slice(key.indexOf('/') + 1);
    const box: Rect | undefined = cardById.get(id) ?? noteById.get(id);
    const isInSight = box && box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top;
    return { key, box: isInSight ? box : null };
  });
  // What nobody sees does not wait to light up for whoever comes by later.
  useEffect(() => {
    for (const { key, box } of boxes) if (!box) endFlash(key);
  });
  return boxes.map(({ key, box }) => {
    if (!box) return null;
    const { x, y, width, height } = box;
    return (
      <span key={key} className={styles.cardFlash} style={{ left: x, top: y, width, height }} aria-hidden>
        <span className={styles.flash} onAnimationEnd={() => endFlash(key)} data-flash={key} />
      </span>
    );
  });
}
