import { languageOf } from '../../text/language.ts';
import type { Color, PathSegment, Rect, Stroke } from '../scene.ts';
import { escapeXml } from '../xml.ts';

/** Points as PowerPoint counts them. */
export const emu = (points: number): number => Math.round(points * 12_700);

export interface Run {
  readonly text: string;
  readonly size: number;
  readonly color: Color;
  readonly bold?: boolean;
}

export interface ShapeText {
  /** One run a paragraph. */
  readonly paragraphs: readonly Run[];
  /** From the edge of the shape to its text. */
  readonly inset?: number;
  /** The same above and below, where it is another. */
  readonly insetY?: number;
  readonly anchor?: 't' | 'ctr' | 'b';
  readonly align?: 'l' | 'ctr' | 'r';
}

export interface ShapeOptions {
  readonly name: string;
  /** For those who listen, where the text does not say it. */
  readonly description?: string;
  readonly form?: 'rect' | 'roundRect' | 'ellipse' | 'diamond' | 'triangle' | 'star5';
  readonly fill?: Color;
  readonly line?: Stroke;
  readonly text?: ShapeText;
}

/** The shapes of one slide, in the order in which they are drawn and read. */
export interface SlideShapes {
  title(text: string): void;
  /** Answers with the number by which connectors find it. */
  shape(box: Rect, options: ShapeOptions): number;
  freeform(
    box: Rect,
    segments: readonly PathSegment[],
    options: Pick<ShapeOptions, 'name' | 'description' | 'line'>,
  ): void;
  raw(make: (id: number) => string): number;
  xml(): string;
}

/** A new, empty slide of this width, in points. */
export function slideShapes(width: number): SlideShapes {
  const parts: string[] = [];
  let last = 1; // the tree of shapes is number 1
  const add = (make: (id: number) => string): number => {
    const id = ++last;
    parts.push(make(id));
    return id;
  };
  return {
    title(text) {
      const box = xfrm({ x: 30, y: 14, width: width - 60, height: 40 });
      add(
        (id) =>
          `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${box}</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${plainParagraph(text)}</p:txBody></p:sp>`,
      );
    },
    shape: (box, options) => add((id) => shapeXml(id, box, options)),
    freeform: (box, segments, options) => {
      add((id) => freeformXml(id, box, segments, options));
    },
    raw: add,
    xml: () => parts.join(''),
  };
}

/** Where a shape stands. */
export const xfrm = ({ x, y, width, height }: Rect, attributes = ''): string =>
  `<a:xfrm${attributes}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${Math.max(0, emu(width))}" cy="${Math.max(0, emu(height))}"/></a:xfrm>`;

const solid = (color: Color): string => `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;

/** How the edge of a shape, or a line, is drawn. `ends` goes after the dashes. */
export function lineXml(stroke: Stroke | undefined, ends = ''): string {
  if (stroke === undefined) return '<a:ln><a:noFill/></a:ln>';
  const dash = stroke.dash === undefined ? '' : `<a:prstDash val="${(stroke.dash[0] ?? 0) > 4 ? 'dash' : 'sysDash'}"/>`;
  return `<a:ln w="${Math.max(3175, emu(stroke.width))}">${solid(stroke.color)}${dash}${ends}</a:ln>`;
}

const named = (id: number, name: string, description?: string): string =>
  `<p:cNvPr id="${id}" name="${attribute(name)}"${description === undefined ? '' : ` descr="${attribute(description)}"`}/>`;

/** Line ends in an attribute would be read as spaces anyway. */
export const attribute = (text: string): string => escapeXml(text).replace(/\s+/g, ' ').slice(0, 1000);

function shapeXml(id: number, box: Rect, options: ShapeOptions): string {
  const { name, description, form = 'rect', fill, line, text } = options;
  const round = Math.min(50_000, Math.round((7 / Math.max(1, Math.min(box.width, box.height))) * 100_000));
  const adjust = form === 'roundRect' ? `<a:avLst><a:gd name="adj" fmla="val ${round}"/></a:avLst>` : '<a:avLst/>';
  const isBox = fill === undefined && line === undefined;
  return `<p:sp><p:nvSpPr>${named(id, name, description)}<p:cNvSpPr${isBox ? ' txBox="1"' : ''}/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm(box)}<a:prstGeom prst="${form}">${adjust}</a:prstGeom>${fill === undefined ? '<a:noFill/>' : solid(fill)}${lineXml(line)}</p:spPr>${textBody(text)}</p:sp>`;
}

function textBody(text: ShapeText | undefined): string {
  const { paragraphs = [], inset = 0, insetY = inset, anchor = 't', align = 'l' } = text ?? {};
  const shown = paragraphs.filter((run) => run.text.trim() !== '');
  const written = shown.length === 0 ? '<a:p/>' : shown.map((run) => paragraphXml(run, align)).join('');
  const [side, end] = [emu(inset), emu(insetY)];
  return `<p:txBody><a:bodyPr wrap="square" lIns="${side}" tIns="${end}" rIns="${side}" bIns="${end}" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${written}</p:txBody>`;
}

/** Text that begins from the right, by its first letter that has a direction. */
const isRtl = (text: string): boolean => /^[^\p{L}]*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u.test(text);

/** Paragraphs of one run; lines inside it stay lines. */
export function paragraphXml({ text, size, color, bold = false }: Run, align: 'l' | 'ctr' | 'r'): string {
  const rtl = isRtl(text);
  const side = rtl && align !== 'ctr' ? (align === 'l' ? 'r' : 'l') : align;
  const language = languageOf(text, 'en') || 'en';
  const looks = `lang="${attribute(language)}" sz="${Math.max(100, Math.round(size * 100))}"${bold ? ' b="1"' : ''} dirty="0"`;
  const runs = text
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => `<a:r><a:rPr ${looks}>${solid(color)}</a:rPr><a:t>${escapeXml(line)}</a:t></a:r>`);
  return `<a:p><a:pPr algn="${side}"${rtl ? ' rtl="1"' : ''}/>${runs.join(`<a:br><a:rPr ${looks}/></a:br>`)}</a:p>`;
}

const plainParagraph = (text: string): string =>
  `<a:p><a:pPr${isRtl(text) ? ' algn="r" rtl="1"' : ''}/><a:r><a:rPr lang="${attribute(languageOf(text, 'en') || 'en')}" dirty="0"/><a:t>${escapeXml(text.replace(/\s+/g, ' ').trim())}</a:t></a:r></a:p>`;

function freeformXml(
  id: number,
  box: Rect,
  segments: readonly PathSegment[],
  { name, description, line }: Pick<ShapeOptions, 'name' | 'description' | 'line'>,
): string {
  const point = (x: number, y: number) => `<a:pt x="${emu(x - box.x)}" y="${emu(y - box.y)}"/>`;
  const commands = segments.map((segment) => {
    switch (segment[0]) {
      case 'M':
        return `<a:moveTo>${point(segment[1], segment[2])}</a:moveTo>`;
      case 'L':
        return `<a:lnTo>${point(segment[1], segment[2])}</a:lnTo>`;
      case 'C':
        return `<a:cubicBezTo>${point(segment[1], segment[2])}${point(segment[3], segment[4])}${point(segment[5], segment[6])}</a:cubicBezTo>`;
      case 'Z':
        return '<a:close/>';
      default:
        return segment satisfies never;
    }
  });
  const path = `<a:path w="${emu(box.width)}" h="${emu(box.height)}" fill="none">${commands.join('')}</a:path>`;
  return `<p:sp><p:nvSpPr>${named(id, name, description)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${path}</a:pathLst></a:custGeom><a:noFill/>${lineXml(line)}</p:spPr></p:sp>`;
}
