import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { line } from './shapes.ts';
import { type BlockFont, type Typesetter, textBlock, titleBlock } from './textBlock.ts';

/** Landscape sheets in points. */
export const sheets = {
  a4: { width: 841.89, height: 595.28 },
  a3: { width: 1190.55, height: 841.89 },
  a2: { width: 1683.78, height: 1190.55 },
  a1: { width: 2383.94, height: 1683.78 },
  a0: { width: 3370.39, height: 2383.94 },
  letter: { width: 792, height: 612 },
  tabloid: { width: 1224, height: 792 },
} as const;

export type SheetName = keyof typeof sheets;
// The keys of the table, in its order.
export const SHEET_NAMES = Object.keys(sheets) as readonly SheetName[];

export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Where content stands on a sheet, above its footer. */
export interface PageFrame {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
}

const margin = 32;
const footerHeight = 22;
const footerFont: BlockFont = { size: 8, lineHeight: 11, weight: 400 };

/** What the margins and the footer leave of a sheet. */
export const pageFrame = ({ width, height }: Sheet): PageFrame => ({
  x: margin,
  top: margin,
  width: width - 2 * margin,
  bottom: height - margin - footerHeight,
});

/** The line at the foot of a page. Nobody wants it read aloud on every page. */
export function footer(typesetter: Typesetter, sheet: Sheet, left: string, right: string): SceneItem {
  const { x, width, bottom } = pageFrame(sheet);
  const place = { x, y: bottom + 10, font: footerFont, color: palette.muted };
  const items = [
    line(x, bottom + 6, x + width, bottom + 6, { color: palette.line, width: 0.6 }),
    ...titleBlock(typesetter, left, { ...place, width: width - 120, least: 1 }, 1).items,
    ...textBlock(typesetter, right, { ...place, width, align: 'end' }).items,
  ];
  return { kind: 'group', role: 'decoration', items };
}
