import { useStore } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useShownTheme } from '../ui/useShownTheme.ts';
import { useCanvas } from './canvasContext.ts';
import { farCanvas, farFrame, pixelRatio } from './farCanvas.ts';
import { colorsOf } from './farColors.ts';
import { paintFar } from './farPainting.ts';
import type { FarScene } from './farShapes.ts';
import styles from './MapCanvas.module.css';
import { useMarks } from './useMarks.ts';
import { useIsFar } from './useNodes.ts';
import { FARTHEST, useDistance } from './useViewport.ts';

/**
 * The map from far away, painted on one canvas: hundreds of cards at a size at which nobody works on them would cost
 * the page more than all it shows. What is selected is a real card on top.
 */
export function FarView() {
  return useIsFar() ? <FarPainting /> : null;
}

function FarPainting() {
  const canvas = useCanvas();
  const element = useRef<HTMLCanvasElement>(null);
  const titled = useDistance() !== 'farthest';
  const map = useMap((snapshot) => (titled ? snapshot : null));
  const lanes = useMap((snapshot) => snapshot.lanes);
  const layout = useLayout();
  const marks = useMarks();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const theme = useShownTheme();
  const ratio = pixelRatio();
  const frame = useMemo(() => farFrame(width, height, ratio), [width, height, ratio]);
  const scene = useMemo<FarScene>(() => ({ lanes, layout, marks }), [lanes, layout, marks]);

  useEffect(() => {
    const picture = element.current;
    const context = picture?.getContext('2d');
    const root = canvas.root();
    if (!picture || !context || !root || frame.width === 0) return;
    const colors = colorsOf(root, theme);
    const far = farCanvas({
      element: picture,
      frame,
      paint: (viewport) => paintFar(context, scene, colors, viewport, frame, viewport.zoom >= FARTHEST ? map : null),
    });
    let asked: number | null = null;
    const show = () => {
      asked = null;
      far.show(canvas.viewport());
    };
    show();
    const stop = canvas.onMove(() => {
      asked ??= requestAnimationFrame(show);
    });
    return () => {
      stop();
      far.end();
      if (asked !== null) cancelAnimationFrame(asked);
    };
  }, [canvas, scene, map, frame, theme]);

  return (
    <div className={styles.far}>
      <canvas
        ref={element}
        width={frame.width * frame.ratio}
        height={frame.height * frame.ratio}
        style={{ left: -frame.margin.x, top: -frame.margin.y, width: frame.width, height: frame.height }}
        role="img"
        aria-label="The map from far away"
      />
    </div>
  );
}
