import { SEVERITIES, type Severity } from '../gaps/rule.ts';
import { counted } from '../model/inWords.ts';
import { outlineOf } from '../model/outline.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { type Block, columnsOf, flow, headingFont, pageCount, plainBlocks } from './flow.ts';
import { gapDisc, markAnchor, rowAnchor } from './gapMarks.ts';
import { answerInWords, type ListedGaps, type NumberedGap } from './numberedGaps.ts';
import { laneColor, palette, severityColor } from './palette.ts';
import type { OutlineEntry, SceneItem } from './scene.ts';
import { line } from './shapes.ts';
import { type PageFrame, pageFrame, type Sheet } from './sheet.ts';
import { type BlockFont, type Typesetter, textBlock } from './textBlock.ts';

const titleFont: BlockFont = { size: 10.5, lineHeight: 14, weight: 600 };
const messageFont: BlockFont = { size: 9.5, lineHeight: 13, weight: 400 };
const smallFont: BlockFont = { size: 8.5, lineHeight: 12, weight: 400 };

const discColumn = 30;
/** Above and below a row, the airiest first: rows move together before a few of them take a page to themselves. */
const rowPaddings = [9, 7.5, 6];
/** Room for the heading of a page. */
const headHeight = 34;

export interface GapPages {
  readonly pages: readonly (readonly SceneItem[])[];
  readonly outline: OutlineEntry;
}

/** The pages after the map: every gap with its number, in as many columns as the sheet holds, then what is not on the map. */
export function gapPages(
  typesetter: Typesetter,
  map: MapSnapshot,
  sheet: Sheet,
  { numbered: gaps, dismissed }: ListedGaps,
  marked: ReadonlySet<number>,
): GapPages | null {
  const frame = pageFrame(sheet);
  const columns = columnsOf(frame, 340);
  const { width } = columns;
  const groups = SEVERITIES.map((severity) => ({ severity, found: gaps.filter((gap) => gap.severity === severity) }));
  const blocksWith = (padding: number) => [
    ...groups.flatMap(({ severity, found }) =>
      found.length === 0
        ? []
        : [
            severityHeading(typesetter, severity, found.length, width),
            ...found.map((gap) => gapRow(typesetter, map, gap, width, padding, marked.has(gap.number))),
          ],
    ),
    ...dismissedBlocks(typesetter, map, dismissed, width),
    ...unplacedBlocks(typesetter, map, width),
  ];
  const room = { top: frame.top + headHeight, bottom: frame.bottom };
  const pagesOf = (version: Block[]) => pageCount(version, columns, room.bottom - room.top);
  const [airiest = 0, ...denser] = rowPaddings;
  let blocks = blocksWith(airiest);
  const densest = pagesOf(blocks) > 1 ? pagesOf(blocksWith(denser.at(-1) ?? airiest)) : 1;
  for (const padding of denser) if (pagesOf(blocks) > densest) blocks = blocksWith(padding);
  if (blocks.length === 0) return null;
  const pages = flow(blocks, columns, room).map((items, index): SceneItem[] => [
    ...(index === 0 ? [{ kind: 'anchor', name: 'gaps', x: frame.x, y: frame.top } as const] : []),
    ...heading(typesetter, frame, gaps, index),
    { kind: 'group', role: 'list', label: 'Gaps', items },
  ]);
  const children = groups.flatMap(({ severity, found }): OutlineEntry[] => {
    const rows = found.map((gap) => ({ title: `${gap.number}  ${gap.title}`, target: rowAnchor(gap), children: [] }));
    const [first] = rows;
    return first === undefined
      ? []
      : [{ title: `${severityName(severity)} (${found.length})`, target: first.target, children: rows }];
  });
  return { pages, outline: { title: `Gaps (${gaps.length})`, target: 'gaps', children } };
}

function heading(typesetter: Typesetter, frame: PageFrame, gaps: readonly NumberedGap[], page: number): SceneItem[] {
  const place = { x: frame.x, y: frame.top, width: frame.width };
  const font = { size: 18, lineHeight: 24, weight: 600 };
  const title = page === 0 ? gapSummary(gaps) : 'Gaps, continued';
  return [...textBlock(typesetter, title, { ...place, font, color: palette.ink, role: 'heading' }).items];
}

/** "11 gaps: 3 high, 5 medium, 3 low". */
export function gapSummary(gaps: readonly NumberedGap[]): string {
  if (gaps.length === 0) return 'No gaps found';
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: gaps.filter((gap) => gap.severity === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`);
  return `${counted(gaps.length, 'gap')}: ${counts.join(', ')}`;
}

const severityName = (severity: Severity) => `${severity[0]?.toUpperCase()}${severity.slice(1)}`;

function severityHeading(typesetter: Typesetter, severity: Severity, count: number, width: number): Block {
  return {
    height: headingFont.lineHeight + 10,
    keepWithNext: true,
    draw(x, y) {
      const place = {
        x,
        y: y + 6,
        width,
        font: headingFont,
        color: severityColor[severity],
        role: 'subheading',
      } as const;
      return textBlock(typesetter, `${severityName(severity)} \u00b7 ${count}`, place).items;
    },
  };
}

function gapRow(
  typesetter: Typesetter,
  map: MapSnapshot,
  gap: NumberedGap,
  width: number,
  padding: number,
  isMarked: boolean,
): Block {
  const textWidth = width - discColumn;
  const texts: readonly (readonly [text: string, font: BlockFont, color: string])[] = [
    [gap.title, titleFont, palette.ink],
    [gap.message, messageFont, '#3f444b'],
    [answerInWords(map, gap), smallFont, palette.accent],
  ];
  const chips = departmentChips(typesetter, map, gap, textWidth);
  const lay = (x: number, y: number) => {
    let top = y + padding;
    const items: SceneItem[] = [];
    for (const [text, font, color] of texts) {
      if (text.trim() === '') continue;
      const block = textBlock(typesetter, text, {
        x: x + discColumn,
        y: top,
        width: textWidth,
        font,
        color,
        direction: 'ltr',
      });
      items.push(...block.items);
      top += block.height + 1;
    }
    items.push(...chips.draw(x + discColumn, top + 2));
    return { items, height: top + chips.height - y + padding };
  };
  const { height } = lay(0, 0);
  return {
    height,
    draw(x, y) {
      const disc = gapDisc(typesetter, gap, x + 10, y + padding + titleFont.lineHeight / 2);
      return [
        { kind: 'anchor', name: rowAnchor(gap), x, y },
        line(x, y, x + width, y, { color: palette.line, width: 0.8 }),
        {
          kind: 'group',
          role: 'row',
          items: [
            {
              kind: 'group',
              role: 'label',
              items: [
                {
                  kind: 'link',
                  x,
                  y,
                  width,
                  height,
                  target: { anchor: isMarked ? markAnchor(gap) : 'map' },
                  label: isMarked ? `Show gap ${gap.number} on the map` : 'Show the map',
                  items: disc,
                },
              ],
            },
            { kind: 'group', role: 'body', items: lay(x, y).items },
          ],
        },
      ];
    },
  };
}

/** The names of the departments concerned, each with a touch of its colour, wrapped over lines. */
function departmentChips(typesetter: Typesetter, map: MapSnapshot, gap: NumberedGap, width: number): Block {
  const lanes = gap.departments.flatMap((id) => map.lanes.get(id) ?? []);
  const chips: { x: number; y: number; draw(x: number, y: number): readonly SceneItem[] }[] = [];
  const railWidth = 9;
  let [x, y] = [0, 0];
  for (const lane of lanes) {
    const place = (left: number, top: number) =>
      textBlock(typesetter, lane.title, {
        x: left + railWidth,
        y: top,
        width: width - railWidth,
        font: smallFont,
        color: palette.muted,
        direction: 'ltr',
      });
    const block = place(0, 0);
    if (x > 0 && x + railWidth + block.width > width) [x, y] = [0, y + smallFont.lineHeight];
    chips.push({
      x,
      y,
      draw: (left, top) => [
        { kind: 'rect', x: left, y: top + 2, width: 3, height: 8, fill: laneColor(map, lane) },
        ...place(left, top).items,
      ],
    });
    if (block.height > smallFont.lineHeight) [x, y] = [0, y + block.height];
    else x += railWidth + block.width + 12;
  }
  const height = lanes.length === 0 ? 0 : y + (x > 0 ? smallFont.lineHeight : 0) + 2;
  return { height, draw: (left, top) => chips.flatMap((chip) => chip.draw(left + chip.x, top + chip.y)) };
}

function dismissedBlocks(
  typesetter: Typesetter,
  map: MapSnapshot,
  dismissed: ListedGaps['dismissed'],
  width: number,
): Block[] {
  const texts = dismissed.map((gap) => `${gap.title}. ${gap.message} ${answerInWords(map, gap)}`);
  return plainBlocks(typesetter, 'Dismissed', texts, width);
}

/** What waits in the tray is part of the map and of its export. */
function unplacedBlocks(typesetter: Typesetter, map: MapSnapshot, width: number): Block[] {
  const { steps, touchpoints, notes } = outlineOf(map).unplaced;
  const titles = [...steps, ...touchpoints].map(({ title }) => title);
  return plainBlocks(typesetter, 'Not placed on the map', [...titles, ...notes.map(({ text }) => text)], width);
}
