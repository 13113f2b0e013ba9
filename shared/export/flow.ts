import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import type { PageFrame } from './sheet.ts';
import { type BlockFont, type Typesetter, textBlock } from './textBlock.ts';

/** Something that stands in a column and is not broken over two. */
export interface Block {
  readonly height: number;
  draw(x: number, y: number): readonly SceneItem[];
  /** Keeps a heading with what follows it. */
  readonly keepWithNext?: boolean;
}

export interface Columns {
  readonly x: number;
  readonly count: number;
  /** Of one column. */
  readonly width: number;
  readonly gap: number;
}

const columnGap = 28;

/** As many columns of about a width as a frame holds. */
export function columnsOf({ x, width }: PageFrame, wanted: number): Columns {
  const count = Math.max(1, Math.floor((width + columnGap) / (wanted + columnGap)));
  return { x, count, width: (width - (count - 1) * columnGap) / count, gap: columnGap };
}

/** Fills columns one after the other; each page's items come in the order of reading. */
export function flow(
  blocks: readonly Block[],
  { x, count, width, gap }: Columns,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): SceneItem[][] {
  const filled = balanced(blocks, count, bottom - top);
  const pages = Math.ceil(filled.length / count);
  return Array.from({ length: pages }, (_, page) =>
    filled.slice(page * count, (page + 1) * count).flatMap((column, index) => {
      let y = top;
      return column.flatMap((block) => {
        const items = block.draw(x + index * (width + gap), y);
        y += block.height;
        return items;
      });
    }),
  );
}

/** The height that blocks take in columns of nearly the same height. */
export function flowHeight(blocks: readonly Block[], { count }: Columns, most: number): number {
  const heights = balanced(blocks, count, most).map((column) => column.reduce((sum, { height }) => sum + height, 0));
  return heights.length > count ? Number.POSITIVE_INFINITY : Math.max(0, ...heights);
}

/** How many pages blocks take in columns of a height. */
export const pageCount = (blocks: readonly Block[], { count }: Columns, height: number): number =>
  Math.ceil(fillColumns(blocks, height).length / count);

/** Full columns on all pages but the last; there, columns of nearly the same height. */
function balanced(blocks: readonly Block[], count: number, height: number): Block[][] {
  const full = fillColumns(blocks, height);
  const before = full.slice(0, Math.floor((full.length - 1) / count) * count);
  const rest = full.slice(before.length).flat();
  const total = rest.reduce((sum, block) => sum + block.height, 0);
  for (let limit = total / count; limit < height; limit += 10) {
    const filled = fillColumns(rest, limit);
    if (filled.length <= count) return [...before, ...filled];
  }
  return full;
}

function fillColumns(blocks: readonly Block[], height: number): Block[][] {
  const filled: Block[][] = [[]];
  let used = 0;
  for (const [index, block] of blocks.entries()) {
    const follower = block.keepWithNext === true ? (blocks[index + 1]?.height ?? 0) : 0;
    // What follows a heading stays with it even where the two are higher than a column ought to be.
    const isFollower = blocks[index - 1]?.keepWithNext === true;
    if (used > 0 && !isFollower && used + block.height + follower > height) {
      filled.push([]);
      used = 0;
    }
    filled.at(-1)?.push(block);
    used += block.height;
  }
  return filled;
}

export const headingFont: BlockFont = { size: 12, lineHeight: 20, weight: 600 };
const lineFont: BlockFont = { size: 9.5, lineHeight: 13, weight: 400 };

/** A heading over lines of plain text; nothing where there are no lines. */
export function plainBlocks(typesetter: Typesetter, title: string, texts: readonly string[], width: number): Block[] {
  const shown = texts.filter((text) => text.trim() !== '');
  if (shown.length === 0) return [];
  const blockOf = (text: string, font: BlockFont, color: string, padding: number, keepWithNext: boolean): Block => {
    const place = (x: number, y: number) =>
      textBlock(typesetter, text, { x, y: y + padding, width, font, color, direction: 'ltr' });
    return { height: place(0, 0).height + 2 * padding, keepWithNext, draw: (x, y) => place(x, y).items };
  };
  return [
    blockOf(`${title} \u00b7 ${shown.length}`, headingFont, palette.ink, 6, true),
    ...shown.map((text) => blockOf(text, lineFont, palette.muted, 3, false)),
  ];
}
