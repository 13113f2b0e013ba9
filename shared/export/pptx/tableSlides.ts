import { measureInter } from '../../layout/interMeasure.ts';
import { palette } from '../palette.ts';
import type { Rect } from '../scene.ts';
import type { TableCell, TablePages } from '../table.ts';
import { attribute, emu, paragraphXml, type SlideShapes, xfrm } from './shapes.ts';

const fontSize = 11;
const lineHeight = 15;
const padding = 4;
/** A text of thousands of characters would fill slides by itself. */
const longestText = 600;

/** Rows that fit on a slide, slide by slide. */
export function rowsBySlide({ columns, rows }: TablePages, box: Rect): (readonly (readonly TableCell[])[])[] {
  const widths = columnWidths(columns, box.width);
  const slides: (readonly TableCell[])[][] = [];
  let free = 0;
  for (const row of rows) {
    const height = rowHeight(row, widths);
    const last = slides.at(-1);
    if (last === undefined || height > free) {
      slides.push([row]);
      free = box.height - rowHeight([], widths) - height;
    } else {
      last.push(row);
      free -= height;
    }
  }
  return slides;
}

/** A table that can be edited as one. */
export function tableShape(
  slide: SlideShapes,
  table: TablePages,
  rows: readonly (readonly TableCell[])[],
  box: Rect,
): void {
  const widths = columnWidths(table.columns, box.width);
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const head = table.columns.map(({ head: text }) => ({ text, color: palette.accent, strong: true }));
  const all = [head, ...rows].map((row, index) => rowXml(row, rowHeight(row, widths), index === 0));
  const height = [head, ...rows].reduce((sum, row) => sum + rowHeight(row, widths), 0);
  const transform = xfrm({ ...box, height }).replaceAll('a:xfrm', 'p:xfrm');
  slide.raw(
    (id) =>
      `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${attribute(table.title)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${transform}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${all.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
  );
}

function columnWidths(columns: TablePages['columns'], width: number): number[] {
  const sum = columns.reduce((total, { share }) => total + share, 0);
  return columns.map(({ share }) => (width * share) / sum);
}

function rowHeight(row: readonly TableCell[], widths: readonly number[]): number {
  const font = { size: fontSize, lineHeight, weight: 550 };
  const lines = row.map(({ text }, index) =>
    measureInter(shortened(text), font, Math.max(10, (widths[index] ?? 100) - 2 * padding - 4)),
  );
  return Math.max(1, ...lines) * lineHeight + 2 * padding;
}

const shortened = (text: string) => (text.length > longestText ? `${text.slice(0, longestText - 1)}\u2026` : text);

function rowXml(row: readonly TableCell[], height: number, isHead: boolean): string {
  const cells = row.map(({ text, color = palette.ink, strong = false }) => {
    const run = { text: shortened(text), size: fontSize, color, bold: strong };
    const body =
      text.trim() === '' ? `<a:p><a:endParaRPr lang="en" sz="${fontSize * 100}"/></a:p>` : paragraphXml(run, 'l');
    const edges = `marL="${emu(padding)}" marR="${emu(padding)}" marT="${emu(padding)}" marB="${emu(padding)}"`;
    const none = ['lnL', 'lnR', 'lnT'].map((line) => `<a:${line} w="0"><a:noFill/></a:${line}>`).join('');
    const under = `<a:lnB w="9525"><a:solidFill><a:srgbClr val="D5D6D0"/></a:solidFill></a:lnB>`;
    const fill = isHead ? '<a:solidFill><a:srgbClr val="E2F3F0"/></a:solidFill>' : '<a:noFill/>';
    return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${body}</a:txBody><a:tcPr ${edges}>${none}${under}${fill}</a:tcPr></a:tc>`;
  });
  return `<a:tr h="${emu(height)}">${cells.join('')}</a:tr>`;
}
