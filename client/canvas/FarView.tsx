import { useStore } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useTheme } from '../ui/theme.ts';
import { useMedia } from '../ui/useMedia.ts';
import { useCanvas } from './canvasContext.ts';
import { farCanvas, marginOf } from './farCanvas.ts';
import { colorsOf } from './farColors.ts';
import { paintFar } from './farPainting.ts';
import type { FarScene } from './farShapes.ts';
import styles from './MapCanvas.module.css';
import { useMarks } from './useMarks.ts';
import { useArrived } from './useNodes.ts';
import { FARTHEST, useDistance } from './useViewport.ts';

/**
 * The map from far away, painted on one canvas: hundreds of cards at a size at which nobody works on them would cost
 * the page more than all it shows. What is selected is a real card on top.
 */
export function FarView() {
  const far = useDistance() !== 'near';
  // Until every card has come, their picture stays.
  const arriving = useArrived((arrived) => arrived.count !== Number.POSITIVE_INFINITY);
  return far || arriving ? <FarPainting /> : null;
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
  const theme = useTheme((state) => state.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const scene = useMemo<FarScene>(() => ({ lanes, layout, marks }), [lanes, layout, marks]);

  useEffect(() => {
    const picture = element.current;
    const context = picture?.getContext('2d');
    const root = canvas.root();
    if (!picture || !context || !root || width === 0 || (theme === 'system' && dark === undefined)) return;
    const colors = colorsOf(root, `${theme} ${dark}`);
    const ratio = Math.min(2, window.devicePixelRatio);
    const far = farCanvas({
      element: picture,
      width,
      height,
      ratio,
      paint: (viewport, size) =>
        paintFar(context, scene, colors, viewport, { ...size, ratio }, viewport.zoom >= FARTHEST ? map : null),
    });
    let frame: number | null = null;
    const show = () => {
      frame = null;
      far.show(canvas.viewport());
    };
    show();
    const stop = canvas.onMove(() => {
      frame ??= requestAnimationFrame(show);
    });
    return () => {
      stop();
      far.end();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [canvas, scene, map, width, height, theme, dark]);

  const ratio = Math.min(2, window.devicePixelRatio);
  const margin = marginOf(width, height, ratio);
  const full = { width: width + 2 * margin.x, height: height + 2 * margin.y };
  return (
    <div className={styles.far}>
      <canvas
        ref={element}
        width={full.width * ratio}
        height={full.height * ratio}
        style={{ left: -margin.x, top: -margin.y, ...full }}
        role="img"
        aria-label="The map from far away"
      />
    </div>
  );
}
