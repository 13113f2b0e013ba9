import { useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import styles from './Controls.module.css';
import { useCanvas } from './canvasContext.ts';
import { fitAll } from './useOpening.ts';
import { zoomBy } from './zoom.ts';

export function ZoomControls() {
  const canvas = useCanvas();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div role="toolbar" aria-label="Zoom" className={styles.zoom}>
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => zoomBy(canvas, 1 / 1.25)}>
        <Minus size={14} aria-hidden />
      </button>
      <button
        type="button"
        className={styles.percent}
        aria-label={`Zoom ${percent} percent, back to 100`}
        title="Back to 100 %"
        onClick={() => zoomBy(canvas, 1 / canvas.viewport().zoom)}
      >
        {percent}%
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => zoomBy(canvas, 1.25)}>
        <Plus size={14} aria-hidden />
      </button>
      <button type="button" aria-label="Show the whole map" title="Show the whole map" onClick={() => fitAll(canvas)}>
        <Maximize size={14} aria-hidden />
      </button>
    </div>
  );
}
