import { signed } from '../../model/inWords.ts';
import { beliefName, beliefStroke, curveName } from '../emotionCurve.ts';
import { emotionColor, palette } from '../palette.ts';
import type { PathSegment } from '../scene.ts';
import { readSvgPath } from '../svgPath.ts';
import { type Pen, place } from './slidePen.ts';

const marks = ['ellipse', 'rect', 'diamond', 'triangle'] as const;

/** How it feels, one curve a persona, and what the company believes. */
export function drawCurves(pen: Pen): void {
  const { slide, map, layout, scale } = pen;
  const { emotion } = layout;
  const row = place(pen, { x: 0, y: emotion.y, width: layout.width, height: emotion.height });
  const onSlide = (path: string) => readSvgPath(path).map((segment) => moved(segment, pen));
  if (emotion.belief !== null) {
    const line = { ...beliefStroke, width: 1.2 * scale };
    slide.freeform(row, onSlide(emotion.belief.path), {
      name: beliefName,
      description: 'What the company believes',
      line,
    });
  }
  for (const [index, curve] of emotion.curves.entries()) {
    const name = `Emotion curve: ${curveName(map, curve)}`;
    slide.freeform(row, onSlide(curve.path), {
      name,
      line: { color: palette.muted, width: (index === 0 ? 2.2 : 1.4) * scale },
    });
    for (const { x, y, value, step, own } of curve.points) {
      if (!own) continue;
      const title = map.steps.get(step)?.title ?? '';
      slide.shape(place(pen, { x: x - 9, y: y - 9, width: 18, height: 18 }), {
        name: `Emotion: ${title}`,
        description: `${curveName(map, curve)} at ${title}: ${signed(value)}`,
        form: marks[index % marks.length] ?? 'ellipse',
        fill: palette.panel,
        line: { color: emotionColor(value), width: 2 * scale },
        text: {
          anchor: 'ctr',
          align: 'ctr',
          paragraphs: [{ text: signed(value), size: 8 * scale, color: palette.ink }],
        },
      });
    }
  }
}

function moved(segment: PathSegment, { left, top, scale }: Pen): PathSegment {
  if (segment[0] === 'Z') return segment;
  const [kind, ...values] = segment;
  const placed = values.map((value, i) => (i % 2 === 0 ? left : top) + value * scale);
  // The same command with as many numbers as before.
  return [kind, ...placed] as unknown as PathSegment;
}
