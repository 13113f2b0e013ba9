import type { ShapedRun } from '../../text/runs.ts';
import { boldStroke } from '../placedGlyphs.ts';
import type { TextItem, View } from '../scene.ts';
import { type ContentStream, toPage } from './contentStream.ts';
import type { BookFont } from './fontBook.ts';
import { hex, num } from './values.ts';

/**
 * Thousandths of an em by which a glyph may stand off before the pen is corrected. Widths in a file are rounded, and to
 * correct each of them would make text a third longer; errors are carried on and never add up.
 */
const smallestCorrection = 4;

interface TextPage {
  readonly height: number;
  readonly stream: ContentStream;
  fontOf(run: ShapedRun): BookFont;
}

/**
 * Shows the lines of a text. Runs come in logical order and glyphs within a run in visual order: in that order poppler,
 * pdf.js and PDFium read text back as it was written, right-to-left scripts included.
 */
export function paintText({ height, stream, fontOf }: TextPage, item: TextItem, view: View): void {
  const size = item.size * view.scale;
  const place = toPage(height, view);
  stream.setFill(item.color);
  const shown = item.lines.filter(({ line }) => line.runs.length > 0);
  if (shown.length === 0) return;
  if (shown.some(({ line }) => line.runs.some(({ embolden }) => embolden))) {
    stream.setStroke({ color: item.color, width: item.size * boldStroke }, view);
  }
  const pen: Pen = { x: 0, y: 0, font: '', bold: false };
  stream.raw('BT');
  for (const { x, y, line } of shown) {
    const [left, baseline] = place(x, y);
    for (const run of line.runs) {
      stream.raw(showRun(run, fontOf(run), { left: left + run.x * size, baseline, size, pen }));
    }
  }
  // The text rendering mode outlives the text object.
  if (pen.bold) stream.raw('0 Tr');
  stream.raw('ET');
}

/** Where the current text line starts, and what is set. */
interface Pen {
  x: number;
  y: number;
  font: string;
  bold: boolean;
}

interface RunPlace {
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
  readonly pen: Pen;
}

function showRun(run: ShapedRun, font: BookFont, { left, baseline, size, pen }: RunPlace): string {
  const out: string[] = [];
  const resource = `/${font.resource} ${num(size)} Tf`;
  if (pen.font !== resource) out.push(resource);
  pen.font = resource;
  if (pen.bold !== run.embolden) out.push(run.embolden ? '2 Tr' : '0 Tr');
  pen.bold = run.embolden;

  const toEm = 1 / font.unitsPerEm;
  let shown = ''; // what stands between the brackets of TJ
  let digits = '';
  let rise: number | null = null;
  let ideal = 0; // where the next cluster belongs, in ems from the left end of the run
  let actual = 0; // where the reader's pen stands
  const flushDigits = () => {
    if (digits !== '') shown += `<${digits}>`;
    digits = '';
  };
  const flush = () => {
    flushDigits();
    if (shown !== '') out.push(`[${shown}] TJ`);
    shown = '';
  };
  for (const cluster of run.clusters) {
    const { code, width, dx, dy } = font.codeOf(cluster);
    const target = ideal + dx * toEm;
    if (rise !== dy) {
      flush();
      out.push(moveTo(pen, left + target * size, baseline + dy * toEm * size));
      rise = dy;
      actual = target;
    }
    const back = Math.round((actual - target) * 1000);
    if (Math.abs(back) >= smallestCorrection) {
      flushDigits();
      shown += back;
      actual -= back / 1000;
    }
    digits += hex(code, 4);
    actual += width / 1000;
    ideal += cluster.advance * toEm;
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
