import type { Finding } from '../gaps/findGaps.ts';
import { type ExecutiveSummary, executiveSummary, type Figure } from '../insights/executive.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import { signed } from '../model/inWords.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { curveLegend } from './curveLegend.ts';
import { curvePicture } from './executiveCurve.ts';
import { fixPage } from './executiveFixes.ts';
import { font, least } from './executiveType.ts';
import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { line } from './shapes.ts';
import { type PageFrame, pageFrame, type Sheet } from './sheet.ts';
import { fittedText, type Typesetter, textBlock, titleBlock } from './textBlock.ts';

/** Two pages that a board reads: what is wrong, what it costs, how it feels; then what to fix first, and who does it. */
export function executivePages(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  findings: readonly Finding[],
  sheet: Sheet,
): SceneItem[][] {
  const summary = executiveSummary(map, findings);
  const frame = pageFrame(sheet);
  // Type grows with the sheet: a board reads A4, a wall shows A3.
  const scale = Math.max(1, Math.min(frame.width / 778, 2.4));
  return [firstPage(typesetter, map, layout, summary, frame, scale), fixPage(typesetter, map, summary, frame, scale)];
}

function firstPage(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  { title, state, headline, figures, high, low }: ExecutiveSummary,
  frame: PageFrame,
  scale: number,
): SceneItem[] {
  const { x, width } = frame;
  const place = { x, width };
  const over = textBlock(typesetter, `Customer journey  \u00b7  ${state}`, {
    ...place,
    y: frame.top,
    font: font(10, 400, scale),
    color: palette.muted,
  });
  let y = frame.top + over.height + 4 * scale;
  const name = titleBlock(
    typesetter,
    title,
    { ...place, y, font: font(26, 600, scale), color: palette.ink, role: 'title' },
    2,
  );
  y += name.height + 6 * scale;
  const told = textBlock(typesetter, headline, {
    ...place,
    y,
    font: font(15, 400, scale),
    color: '#3f444b',
    direction: 'ltr',
  });
  y += told.height + 18 * scale;
  const numbers = figureRow(typesetter, figures, { ...place, y }, scale);
  y += numbers.height + 18 * scale;
  const heading = textBlock(typesetter, 'How it feels', {
    ...place,
    y,
    font: font(13, 600, scale),
    color: palette.ink,
    role: 'heading',
  });
  const legend = curveLegend(typesetter, map, layout, {
    right: x + width,
    y: y + 2 * scale,
    width: width - heading.width - 40 * scale,
    font: font(10, 400, scale),
    scale,
  });
  y += heading.height + 6 * scale;
  const notes = [
    high === null ? '' : `Best: \u2068${high.title.trim()}\u2069 (${signed(high.value)})`,
    low === null ? '' : `Worst: \u2068${low.title.trim()}\u2069 (${signed(low.value)})`,
  ].filter((note) => note !== '');
  const noteBlock = titleBlock(
    typesetter,
    notes.join('   \u00b7   ') || 'Nobody has rated a step yet.',
    {
      ...place,
      y: 0,
      font: font(10, 400, scale),
      color: palette.muted,
      direction: 'ltr',
      least,
    },
    2,
  );
  const room = { x, y, width, height: frame.bottom - y - noteBlock.height - 6 * scale };
  const curve = curvePicture(typesetter, map, layout, room, scale);
  const noteY = Math.min(frame.bottom - noteBlock.height, y + curve.height + 6 * scale);
  return [
    { kind: 'anchor', name: 'map', x, y: frame.top },
    ...over.items,
    ...name.items,
    ...told.items,
    ...numbers.items,
    ...heading.items,
    { kind: 'group', role: 'section', items: curve.items.length === 0 ? [] : legend },
    ...curve.items,
    { kind: 'group', role: 'section', view: { x: 0, y: noteY, scale: 1 }, items: noteBlock.items },
  ];
}

function figureRow(
  typesetter: Typesetter,
  figures: readonly Figure[],
  { x, y, width }: { x: number; y: number; width: number },
  scale: number,
): { items: SceneItem[]; height: number } {
  if (figures.length === 0) return { items: [], height: 0 };
  const column = width / 3;
  const tones = { good: palette.accent, bad: palette.danger, plain: palette.ink } as const;
  const valueFont = font(26, 600, scale);
  const labelFont = font(10.5, 400, scale);
  const height = valueFont.lineHeight + 2 * labelFont.lineHeight + 20 * scale;
  const items = figures.flatMap(({ value, label, tone }, index): SceneItem[] => {
    const inner = { x: x + index * column + (index === 0 ? 0 : 14 * scale), width: column - 28 * scale };
    const number = fittedText(typesetter, value, {
      ...inner,
      y: y + 8 * scale,
      height: valueFont.lineHeight,
      font: valueFont,
      color: tones[tone],
    });
    const words = titleBlock(
      typesetter,
      label,
      {
        ...inner,
        y: y + 8 * scale + valueFont.lineHeight,
        font: labelFont,
        color: palette.muted,
        direction: 'ltr',
        least,
      },
      2,
    );
    const rule = line(x + index * column, y, x + index * column, y + height, { color: palette.line, width: 1 });
    return [
      ...(index === 0 ? [] : [rule]),
      { kind: 'group', role: 'section', items: [...number.items, ...words.items] },
    ];
  });
  const edge = { color: palette.lineStrong, width: 1 };
  return {
    items: [line(x, y, x + width, y, edge), ...items, line(x, y + height, x + width, y + height, edge)],
    height,
  };
}
