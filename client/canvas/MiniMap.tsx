import { useStore } from '@xyflow/react';
import { X } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useShownTheme } from '../ui/useShownTheme.ts';
import { useCanvas } from './canvasContext.ts';
import { pixelRatio } from './farCanvas.ts';
import { colorsOf } from './farColors.ts';
import { hueOf } from './items.ts';
import styles from './MiniMap.module.css';
import { toggleMiniMap, useMiniMap } from './miniMapStore.ts';

/** Its largest picture, and the one on a small canvas, which it must not cover. */
const [WIDTH, HEIGHT] = [184, 116];
const [SMALL_WIDTH, SMALL_HEIGHT] = [120, 76];
const SMALL_CANVAS = [1000, 620] as const;
/** Where the canvas is smaller there is no room for it. */
const LEAST = [720, 400] as const;

/** The whole map in small, and what of it is in sight; there while something of the map is out of sight. */
export default function MiniMap() {
  const canvas = useCanvas();
  const wanted = useMiniMap((choice) => choice.wanted);
  const size = useStore((state) => `${state.width} ${state.height}`);
  const roomy = useStore((state) => state.width >= LEAST[0] && state.height >= LEAST[1]);
  const layout = useLayout();
  const [partly, setPartly] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in sight depends on the size as well
  useEffect(() => {
    const look = () => {
      const area = canvas.area();
      setPartly(
        area.x > 1 || area.y > 1 || area.x + area.width < layout.width - 1 || area.y + area.height < layout.height - 1,
      );
    };
    look();
    return canvas.onMove(look);
  }, [canvas, layout, size]);
  return wanted && roomy && partly && layout.cards.length + layout.notes.length > 0 ? <Overview /> : null;
}

function Overview() {
  const canvas = useCanvas();
  const layout = useLayout();
  const lanes = useMap((map) => map.lanes);
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const theme = useShownTheme();
  const small = useStore((state) => state.width < SMALL_CANVAS[0] || state.height < SMALL_CANVAS[1]);
  const [most, highest] = small ? [SMALL_WIDTH, SMALL_HEIGHT] : [WIDTH, HEIGHT];
  const scale = Math.min(most / Math.max(1, layout.width), highest / Math.max(1, layout.height));
  const [width, height] = [Math.max(24, layout.width * scale), Math.max(24, layout.height * scale)];
  const ratio = pixelRatio();

  useEffect(() => {
    const context = picture.current?.getContext('2d');
    const root = canvas.root();
    if (!context || !root) return;
    const colors = colorsOf(root, theme);
    const hues = new Map<string, number>(lanes.list.map((lane) => [lane.id, hueOf(lanes, lane)]));
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width * ratio, height * ratio);
    context.setTransform(scale * ratio, 0, 0, scale * ratio, 0, 0);
    for (const note of layout.notes) {
      context.fillStyle = colors.edge;
      context.fillRect(note.x, note.y, note.width, note.height);
    }
    context.globalAlpha = 0.75;
    for (const card of layout.cards) {
      context.fillStyle = colors.hues[hues.get(card.lane) ?? 0] ?? colors.line;
      context.fillRect(card.x, card.y, card.width, card.height);
    }
    context.globalAlpha = 1;
  }, [canvas, layout, lanes, scale, width, height, ratio, theme]);

  // Outside of React: it moves with every frame of panning.
  useEffect(() => {
    const show = () => {
      const area = canvas.area();
      const [left, top] = [Math.max(0, area.x * scale), Math.max(0, area.y * scale)];
      const right = Math.min(width, (area.x + area.width) * scale);
      const bottom = Math.min(height, (area.y + area.height) * scale);
      const { style } = frame.current ?? {};
      if (!style) return;
      style.transform = `translate(${left}px, ${top}px)`;
      style.width = `${Math.max(6, right - left)}px`;
      style.height = `${Math.max(6, bottom - top)}px`;
    };
    show();
    return canvas.onMove(show);
  }, [canvas, scale, width, height]);

  const goTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    const area = canvas.area();
    const viewport = canvas.viewport();
    canvas.moveTo({
      x: viewport.x + (area.x + area.width / 2 - x) * viewport.zoom,
      y: viewport.y + (area.y + area.height / 2 - y) * viewport.zoom,
      zoom: viewport.zoom,
    });
  };

  return (
    <div role="toolbar" aria-label="Overview" className={styles.overview}>
      <div
        className={styles.map}
        style={{ width, height }}
        aria-hidden
        data-testid="overview"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => event.buttons === 1 && goTo(event)}
      >
        <canvas ref={picture} className={styles.picture} width={width * ratio} height={height * ratio} />
        <div ref={frame} className={styles.frame} />
      </div>
      <button type="button" className={styles.hide} aria-label="Hide the overview" onClick={toggleMiniMap}>
        <X size={13} aria-hidden />
      </button>
    </div>
  );
}
