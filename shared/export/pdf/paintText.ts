import type { Face } from '../../text/fontShelf.ts';
import type { TextItem, View } from '../scene.ts';
import { type ContentStream, toPage } from './contentStream.ts';
import type { BookFont } from './fontBook.ts';
import { type TextString, textStrings } from './readingOrder.ts';
import { spacesBetweenLines } from './spacesBetweenLines.ts';
import { bytes, num } from './values.ts';

/**
 * Thousandths of an em by which a glyph may stand off before the pen is corrected. Widths in a file are rounded, and to
 * correct each of them would make text a third longer; errors are carried on and never add up.
 */
const smallestCorrection = 4;

interface TextPage {
  readonly height: number;
  readonly stream: ContentStream;
  fontFor(face: Face): BookFont;
}

/** Shows the lines of a text, each as few strings in the order in which it is read. */
export function paintText({ height, stream, fontFor }: TextPage, item: TextItem, view: View): void {
  const size = item.size * view.scale;
  const place = toPage(height, view);
  stream.setFill(item.color);
  if (item.lines.every(({ line }) => line.runs.length === 0)) return;
  const spaces = spacesBetweenLines(item);
  const pen: Pen = { x: 0, y: 0, font: '' };
  stream.raw('BT');
  for (const [index, { x, y, line }] of item.lines.entries()) {
    const [left, baseline] = place(x, y);
    for (const string of textStrings(line, spaces[index] ?? false)) {
      stream.raw(show(string, fontFor(string.face), { left, baseline, size, pen }));
    }
  }
  stream.raw('ET');
}

/** Where the current text line starts, and what is set. */
interface Pen {
  x: number;
  y: number;
  font: string;
}

interface LinePlace {
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
  readonly pen: Pen;
}

function show({ clusters }: TextString, font: BookFont, { left, baseline, size, pen }: LinePlace): string {
  const out: string[] = [];
  const resource = `/${font.resource} ${num(size)} Tf`;
  if (pen.font !== resource) out.push(resource);
  pen.font = resource;

  let shown = ''; // what stands between the brackets of TJ
  let codes = '';
  let rise: number | null = null;
  let actual = 0; // where the reader's pen stands, in ems from the left end of the line
  const flushCodes = () => {
    if (codes !== '') shown += bytes(codes);
    codes = '';
  };
  const flush = () => {
    flushCodes();
    if (shown !== '') out.push(`[${shown}]TJ`);
    shown = '';
  };
  for (const { cluster, face, x, embolden } of clusters) {
    const { code, width, dx, dy } = font.codeOf(cluster, face, embolden);
    const target = x + dx;
    if (rise !== dy) {
      flush();
      out.push(moveTo(pen, left + target * size, baseline + dy * size));
      rise = dy;
      actual = target;
    }
    const back = Math.round((actual - target) * 1000);
    if (Math.abs(back) >= smallestCorrection) {
      flushCodes();
      shown += back;
      actual -= back / 1000;
    }
    codes += String.fromCharCode(code >> 8, code & 0xff);
    actual += width / 1000;
  }
  flush();
  return out.join('\n');
}

function moveTo(pen: Pen, x: number, y: number): string {
  // The step is written rounded, so the pen remembers where it really stands: errors must not add up along a line.
  const step = [num(x - pen.x), num(y - pen.y)];
  pen.x += Number(step[0]);
  pen.y += Number(step[1]);
  return `${step.join(' ')} Td`;
}
