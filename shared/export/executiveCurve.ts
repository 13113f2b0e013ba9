import { smoothPath } from '../layout/curve.ts';
import type { EmotionPoint, MapLayout } from '../layout/mapLayout.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { emotionCurves } from './emotionCurve.ts';
import { font, least } from './executiveType.ts';
import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { line } from './shapes.ts';
import { fittedText, type Typesetter } from './textBlock.ts';

/** The curve of the map across the page, as high as there is room, with the stages under it. */
export function curvePicture(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  room: { x: number; y: number; width: number; height: number },
  scale: number,
): { items: SceneItem[]; height: number } {
  const nameFont = font(10, 550, scale);
  const names = nameFont.lineHeight * 2 + 6;
  // On a long journey, marks as large as the height allows would cover each other.
  const apart = Math.max(0.9, room.width / (Math.max(1, layout.columns.length) * 34));
  const fit = Math.min((room.height - names) / layout.emotion.height, 1.9 * scale, apart);
  if (!(fit > 0) || layout.width === 0) return { items: [], height: 0 };
  const wide = stretched(layout, room.width / fit);
  const view = { x: room.x, y: room.y - layout.emotion.y * fit, scale: fit };
  const bottom = room.y + layout.emotion.height * fit;
  const stages = wide.stages.flatMap(({ id, x, width }): SceneItem[] => {
    const left = room.x + x * fit;
    const place = { x: left + 5, y: bottom + 4, width: Math.max(8, width * fit - 10), height: names - 6 };
    const title = map.stages.get(id)?.title ?? '';
    const words = fittedText(typesetter, title, { ...place, font: nameFont, color: palette.muted, least });
    const rule = line(left, room.y, left, bottom + names, { color: palette.line, width: 0.8 });
    return [{ kind: 'group', role: 'decoration', items: [rule] }, ...words.items];
  });
  const curve: SceneItem = { kind: 'group', role: 'section', view, items: [emotionCurves(typesetter, map, wide, fit)] };
  return { items: [...stages, curve], height: layout.emotion.height * fit + names };
}

/** The layout with its columns pulled apart or together to a width: heights keep their meaning. */
function stretched(layout: MapLayout, width: number): MapLayout {
  const by = width / layout.width;
  const wider = <T extends { readonly x: number; readonly width: number }>(box: T): T => ({
    ...box,
    x: box.x * by,
    width: box.width * by,
  });
  const curve = <T extends { readonly points: readonly EmotionPoint[] }>(one: T): T & { readonly path: string } => {
    const points = one.points.map((point) => ({ ...point, x: point.x * by }));
    return { ...one, points, path: runsOf(layout, points).map(smoothPath).join('') };
  };
  const { emotion } = layout;
  return {
    ...layout,
    width,
    stages: layout.stages.map(wider),
    columns: layout.columns.map(wider),
    emotion: {
      ...emotion,
      curves: emotion.curves.map(curve),
      belief: emotion.belief === null ? null : curve(emotion.belief),
    },
  };
}

/** A step that nobody rated interrupts a curve. */
function runsOf({ columns }: MapLayout, points: readonly EmotionPoint[]): EmotionPoint[][] {
  const rated = new Map<string, EmotionPoint>(points.map((point) => [point.step, point]));
  const runs: EmotionPoint[][] = [[]];
  for (const { step } of columns) {
    if (step === null) continue;
    const point = rated.get(step);
    if (point === undefined) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs;
}
