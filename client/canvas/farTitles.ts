import type { CardBox, NoteBox } from '../../shared/layout/mapLayout.ts';
import { CARD_PADDING, TITLE_FONT, textWidthIn } from '../../shared/layout/sizes.ts';

const known = new Map<string, readonly string[]>();

/** Writes as many lines of a text as its card has room for. */
export function paintTitle(
  context: CanvasRenderingContext2D,
  box: CardBox | NoteBox,
  title: string,
  height: number,
): void {
  const lines = linesOf(context, title, textWidthIn(box.width)).slice(
    0,
    Math.max(1, Math.round(height / TITLE_FONT.lineHeight)),
  );
  const first = box.y + CARD_PADDING + TITLE_FONT.size;
  for (const [index, line] of lines.entries()) {
    context.fillText(line, box.x + CARD_PADDING, first + index * TITLE_FONT.lineHeight);
  }
}

/** Breaks a title at its spaces; each text once for each width. */
function linesOf(context: CanvasRenderingContext2D, title: string, width: number): readonly string[] {
  const key = `${width} ${title}`;
  let lines = known.get(key);
  if (lines) return lines;
  const made: string[] = [];
  let line = '';
  for (const word of title.split(/\s+/u)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > width) {
      made.push(line);
      line = word;
    } else line = longer;
  }
  lines = [...made, line];
  if (known.size > 5000) known.clear();
  known.set(key, lines);
  return lines;
}
