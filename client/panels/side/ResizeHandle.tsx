import type { KeyboardEvent, PointerEvent } from 'react';
import { keepPanelWidth, MAX_WIDTH, MIN_WIDTH, setPanelWidth, usePanelWidth } from './panelWidth.ts';
import styles from './ResizeHandle.module.css';

const STEP = 16;

/** The panel's left edge: dragged with the pointer, moved with the arrow keys. */
export function ResizeHandle() {
  const width = usePanelWidth((state) => state.width);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setPanelWidth(window.innerWidth - event.clientX);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    setPanelWidth(width + (key === 'ArrowLeft' ? STEP : -STEP));
    keepPanelWidth();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused; this is the separator pattern of ARIA
    <div
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={keepPanelWidth}
      onKeyDown={onKeyDown}
    />
  );
}
