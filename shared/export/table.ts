import { type Block, flow } from './flow.ts';
import { palette } from './palette.ts';
import type { SceneItem, TextRole } from './scene.ts';
import { line } from './shapes.ts';
import { type PageFrame, pageFrame, type Sheet } from './sheet.ts';
import { type BlockFont, type Typesetter, titleBlock } from './textBlock.ts';

const titleFont: BlockFont = { size: 18, lineHeight: 24, weight: 600 };
const headFont: BlockFont = { size: 8.5, lineHeight: 12, weight: 600 };
const cellFont: BlockFont = { size: 9.5, lineHeight: 13, weight: 400 };
const headHeight = 34;
const padding = 5;
const gutter = 12;
/** A cell goes on below the page where it is longer than this: one text of thousands of characters. */
const mostLines = 28;

export interface TableColumn {
  readonly head: string;
  /** Width in parts of the sum of all. */
  readonly share: number;
}

export interface TableCell {
  readonly text: string;
  readonly color?: string;
  readonly strong?: boolean;
}

export interface TablePages {
  readonly title: string;
  readonly anchor: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A table over as many pages as it takes; its title and heading stand on each of them. */
export function tablePages(typesetter: Typesetter, sheet: Sheet, table: TablePages): SceneItem[][] {
  if (table.rows.length === 0) return [];
  const frame = pageFrame(sheet);
  const places = columnPlaces(table.columns, frame);
  const head = rowBlock(
    typesetter,
    places,
    table.columns.map(({ head: text }) => ({ text, color: palette.muted })),
    headFont,
    frame,
  );
  const rows = table.rows.map((cells) => rowBlock(typesetter, places, cells, cellFont, frame));
  const top = frame.top + headHeight;
  const columns = { x: frame.x, count: 1, width: frame.width, gap: 0 };
  const pages = flow(rows, columns, { top: top + head.height, bottom: frame.bottom });
  return pages.map((items, index): SceneItem[] => [
    ...(index === 0 ? [{ kind: 'anchor', name: table.anchor, x: frame.x, y: frame.top } as const] : []),
    ...pageTitle(typesetter, frame, index === 0 ? table.title : `${table.title}, continued`),
    ...head.draw(frame.x, top),
    { kind: 'group', role: 'list', label: table.title, items },
  ]);
}

/** The title of a page that shows no map. */
export function pageTitle(
  typesetter: Typesetter,
  { x, top, width }: PageFrame,
  title: string,
  role: TextRole = 'heading',
): readonly SceneItem[] {
  return titleBlock(typesetter, title, { x, y: top, width, font: titleFont, color: palette.ink, role }, 1).items;
}

interface Place {
  readonly x: number;
  readonly width: number;
}

function columnPlaces(columns: readonly TableColumn[], { width }: PageFrame): Place[] {
  const sum = columns.reduce((total, { share }) => total + share, 0);
  const free = width - gutter * (columns.length - 1);
  let x = 0;
  return columns.map(({ share }) => {
    const place = { x, width: (free * share) / sum };
    x += place.width + gutter;
    return place;
  });
}

function rowBlock(
  typesetter: Typesetter,
  places: readonly Place[],
  cells: readonly TableCell[],
  font: BlockFont,
  { width }: PageFrame,
): Block {
  const lay = (x: number, y: number) =>
    cells.map(({ text, color = palette.ink, strong = false }, index) => {
      const place = places[index] ?? { x: 0, width };
      const own = strong ? { ...font, weight: 600 } : font;
      const box = { x: x + place.x, y: y + padding, width: place.width, font: own, color, direction: 'ltr' } as const;
      return titleBlock(typesetter, text, box, mostLines);
    });
  const height = Math.max(font.lineHeight, ...lay(0, 0).map((block) => block.height)) + 2 * padding;
  return {
    height,
    draw: (x, y) => [
      {
        kind: 'group',
        role: 'row',
        items: [{ kind: 'group', role: 'body', items: lay(x, y).flatMap(({ items }) => items) }],
      },
      line(x, y + height, x + width, y + height, { color: palette.line, width: 0.7 }),
    ],
  };
}
