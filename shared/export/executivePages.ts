import type { Finding } from '../gaps/findGaps.ts';
import { type ExecutiveSummary, executiveSummary, type Figure, type FixFirst } from '../insights/executive.ts';
import { smoothPath } from '../layout/curve.ts';
import type { EmotionPoint, MapLayout } from '../layout/mapLayout.ts';
import { counted, signed } from '../model/inWords.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { writtenDate } from '../model/writtenDate.ts';
import { curveLegend } from './curveLegend.ts';
import { emotionCurves } from './emotionCurve.ts';
import { gapDisc } from './gapMarks.ts';
import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { line } from './shapes.ts';
import { type PageFrame, pageFrame, type Sheet } from './sheet.ts';
import { pageTitle } from './table.ts';
import { type BlockFont, fittedText, type Typesetter, textBlock, titleBlock } from './textBlock.ts';

/** A board reads no small print: what is too long for its place ends in an ellipsis. The map has it whole. */
const least = 0.8;

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

const font = (pt: number, weight: number, scale: number): BlockFont => ({
  size: pt * scale,
  lineHeight: pt * 1.32 * scale,
  weight,
});

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

/** The curve of the map across the page, as high as there is room, with the stages under it. */
function curvePicture(
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

function fixPage(
  typesetter: Typesetter,
  map: MapSnapshot,
  { fixes, furtherGaps }: ExecutiveSummary,
  frame: PageFrame,
  scale: number,
): SceneItem[] {
  const { x, width } = frame;
  const items: SceneItem[] = [{ kind: 'anchor', name: 'gaps', x, y: frame.top }];
  items.push(...pageTitle(typesetter, frame, fixes.length === 0 ? 'Nothing to fix' : 'What to fix first'));
  const top = frame.top + 34;
  const initiatives = map.initiatives.list.filter(({ status }) => status !== 'dropped' && status !== 'done').length;
  const last = [
    furtherGaps === 0 ? '' : `${counted(furtherGaps, 'further gap')} ${furtherGaps === 1 ? 'is' : 'are'} on the map.`,
    initiatives === 0 ? 'No initiative is under way.' : `${counted(initiatives, 'initiative')} under way or planned.`,
  ].filter((words) => words !== '');
  const foot = textBlock(typesetter, last.join(' '), {
    x,
    y: frame.bottom - 14 * scale,
    width,
    font: font(10, 400, scale),
    color: palette.muted,
  });
  const room = frame.bottom - 20 * scale - top;
  const rowHeight = Math.min(92 * scale, room / Math.max(1, fixes.length));
  for (const [index, fix] of fixes.entries()) {
    items.push(fixRow(typesetter, fix, { x, y: top + index * rowHeight, width, height: rowHeight }, scale));
  }
  return [...items, ...foot.items];
}

function fixRow(
  typesetter: Typesetter,
  fix: FixFirst,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  scale: number,
): SceneItem {
  const indent = 34 * scale;
  const inner = { x: x + indent, width: width - indent };
  const titleFont = font(13, 600, scale);
  const textFont = font(10.5, 400, scale);
  const free = height - 16 * scale - titleFont.lineHeight - textFont.lineHeight;
  const title = fittedText(typesetter, fix.title, {
    ...inner,
    y: y + 7 * scale,
    height: titleFont.lineHeight,
    font: titleFont,
    color: palette.ink,
  });
  const message = titleBlock(
    typesetter,
    fix.message,
    { ...inner, y: y + 7 * scale + titleFont.lineHeight, font: textFont, color: '#3f444b', direction: 'ltr', least },
    Math.max(1, Math.floor(free / textFont.lineHeight)),
  );
  const who =
    fix.owner === null
      ? 'No owner yet'
      : [fix.owner.name, fix.status, fix.due === null ? '' : `due ${writtenDate(fix.due)}`];
  const words = typeof who === 'string' ? who : who.filter((word) => word !== '').join('  \u00b7  ');
  const owner = fittedText(typesetter, words, {
    ...inner,
    y: y + 9 * scale + titleFont.lineHeight + message.height,
    height: textFont.lineHeight,
    font: { ...textFont, weight: 550 },
    color: fix.owner === null ? palette.danger : palette.accent,
    direction: 'ltr',
    least,
  });
  const disc = gapDisc(typesetter, { ...asGap(fix) }, 0, 0);
  return {
    kind: 'group',
    role: 'section',
    label: fix.title,
    items: [
      line(x, y, x + width, y, { color: palette.line, width: 0.8 }),
      {
        kind: 'group',
        role: 'section',
        view: { x: x + 14 * scale, y: y + 17 * scale, scale: 1.25 * scale },
        items: disc,
      },
      ...title.items,
      ...message.items,
      ...owner.items,
    ],
  };
}

const asGap = ({ number, severity }: FixFirst) => ({ number, severity });
