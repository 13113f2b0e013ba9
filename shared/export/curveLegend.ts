import type { MapLayout } from '../layout/mapLayout.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { beliefName, beliefStroke, curveName, personaMark } from './emotionCurve.ts';
import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { line } from './shapes.ts';
import { type BlockFont, fittedText, type Typesetter, textWidth } from './textBlock.ts';

interface Room {
  /** The right edge: the row ends there. */
  readonly right: number;
  readonly y: number;
  readonly width: number;
  readonly font: BlockFont;
  readonly scale: number;
}

/** Whose feelings the curves are, in one row. A single curve without a belief beside it explains itself. */
export function curveLegend(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  { right, y, width, font, scale }: Room,
): SceneItem[] {
  const { curves, belief } = layout.emotion;
  if (curves.length + (belief === null ? 0 : 1) < 2) return [];
  const middle = y + font.lineHeight / 2;
  const [markWidth, lineWidth, nameGap, signGap] = [10 * scale, 26 * scale, 5 * scale, 16 * scale];
  const signs = curves.map((curve, index) => ({
    name: curveName(map, curve).trim() || 'Unnamed',
    width: markWidth,
    draw: (x: number): SceneItem => personaMark(index, x + markWidth / 2, middle, palette.muted, 0.9 * scale),
  }));
  if (belief !== null) {
    const stroke = { ...beliefStroke, width: 1.2 * scale, dash: beliefStroke.dash.map((length) => length * scale) };
    const draw = (x: number): SceneItem => line(x, middle, x + lineWidth, middle, stroke);
    signs.push({ name: beliefName, width: lineWidth, draw });
  }
  const signsTake = signs.reduce((sum, sign) => sum + sign.width + nameGap + signGap, -signGap);
  const most = (width - signsTake) / signs.length;
  // A name as long as a sentence is set smaller, so that the others keep their place.
  const nameWidths = signs.map(({ name }) => Math.min(textWidth(typesetter, name, font) + 0.01, most));
  let x = right - signsTake - nameWidths.reduce((sum, nameWidth) => sum + nameWidth, 0);
  return signs.flatMap((sign, index): SceneItem[] => {
    const left = x;
    const nameWidth = nameWidths[index] ?? 0;
    x += sign.width + nameGap + nameWidth + signGap;
    const place = { x: left + sign.width + nameGap, y, width: nameWidth, height: font.lineHeight };
    const name = fittedText(typesetter, sign.name, { ...place, font, color: palette.muted });
    return [{ kind: 'group', role: 'decoration', items: [sign.draw(left)] }, ...name.items];
  });
}
