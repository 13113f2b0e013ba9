import type { Face } from '../../text/fontShelf.ts';
import { glyphOutline } from '../../text/glyphOutline.ts';
import { insideView } from '../insideView.ts';
import { boldStroke, placedGlyphs } from '../placedGlyphs.ts';
import { rectSegments } from '../roundedRect.ts';
import type { PathSegment, SceneDocument, SceneItem, ScenePage, Stroke, TextItem, View } from '../scene.ts';
import { escapeXml } from '../xml.ts';

export interface SvgOptions {
  /** Without it, a white sheet lies under the page. */
  readonly transparent?: boolean;
}

/**
 * One page of a scene as an SVG picture. Letters are outlines: a picture looks the same where our fonts are not
 * installed, which embedded fonts do not achieve in office programs. What they say is kept for those who listen.
 */
export function paintSvg(scene: SceneDocument, page: ScenePage, { transparent = false }: SvgOptions = {}): string {
  const glyphs = new Map<string, Outlined | null>();
  const shapes: string[] = [];
  const painter: Painter = { shapes, glyphs };
  paint(painter, page.items, { x: 0, y: 0, scale: 1 });
  const size = `width="${num(page.width)}pt" height="${num(page.height)}pt" viewBox="0 0 ${num(page.width)} ${num(page.height)}"`;
  const ground = transparent ? '' : `<rect width="${num(page.width)}" height="${num(page.height)}" fill="#ffffff"/>`;
  const outlines = [...glyphs.values()].map((glyph) => glyph?.path ?? '').join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size} role="img" lang="${escapeXml(scene.language)}"><title>${escapeXml(scene.title)}</title><defs>${outlines}</defs>${ground}${shapes.join('')}</svg>\n`;
}

interface Outlined {
  readonly name: string;
  readonly path: string;
}

interface Painter {
  readonly shapes: string[];
  /** Symbols of the glyphs used so far, by face and glyph; null for those without ink. */
  readonly glyphs: Map<string, Outlined | null>;
}

function paint(painter: Painter, items: readonly SceneItem[], view: View): void {
  for (const item of items) {
    switch (item.kind) {
      case 'rect':
        painter.shapes.push(path(rectSegments(item), item, view));
        break;
      case 'path':
        painter.shapes.push(path(item.segments, item, view));
        break;
      case 'text':
        painter.shapes.push(text(painter, item, view));
        break;
      case 'link':
        if ('url' in item.target) {
          painter.shapes.push(`<a href="${escapeXml(item.target.url)}">`);
          paint(painter, item.items, view);
          painter.shapes.push('</a>');
        } else paint(painter, item.items, view);
        break;
      case 'group':
        paint(painter, item.items, insideView(view, item.view));
        break;
      case 'anchor':
        break;
      default:
        item satisfies never;
    }
  }
}

/** Enough for a poster, and no more digits than that. */
const num = (value: number): string => String(Math.round(value * 100) / 100);

function path(
  segments: readonly PathSegment[],
  { fill, stroke }: { readonly fill?: string; readonly stroke?: Stroke },
  view: View,
): string {
  if (fill === undefined && stroke === undefined) return '';
  const line = stroke === undefined ? '' : strokeAttributes(stroke, view);
  return `<path d="${pathData(segments, view)}" fill="${fill ?? 'none'}"${line}/>`;
}

function strokeAttributes({ color, width, dash, cap }: Stroke, { scale }: View): string {
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.map((length) => num(length * scale)).join(' ')}"`;
  const ends = cap === undefined ? '' : ` stroke-linecap="${cap}"`;
  return ` stroke="${color}" stroke-width="${num(width * scale)}"${dashes}${ends}`;
}

function pathData(segments: readonly PathSegment[], { x, y, scale }: View): string {
  return segments
    .map(([kind, ...values]) => kind + values.map((value, i) => num((i % 2 === 0 ? x : y) + value * scale)).join(' '))
    .join('');
}

/** Glyphs are drawn once, in ems of a thousand, and placed by name. */
function text(painter: Painter, item: TextItem, view: View): string {
  const uses: string[] = [];
  for (const { face, id, x, y, size, embolden } of placedGlyphs(item)) {
    const symbol = symbolOf(painter, face, id);
    if (symbol === null) continue;
    const scale = (size * view.scale) / 1000;
    const bold = embolden ? ` stroke="${item.color}" stroke-width="${boldStroke * 1000}"` : '';
    const place = `${num(view.x + x * view.scale)} ${num(view.y + y * view.scale)}`;
    uses.push(`<use href="#${symbol}" transform="translate(${place})scale(${Math.round(scale * 1e6) / 1e6})"${bold}/>`);
  }
  if (uses.length === 0) return '';
  return `<g role="text" aria-label="${escapeXml(item.text.replace(/\s+/g, ' '))}" fill="${item.color}">${uses.join('')}</g>`;
}

/** The symbol of a glyph, made at its first use; null for one without ink. */
function symbolOf({ glyphs }: Painter, face: Face, id: number): string | null {
  const key = `${face.id}#${id}`;
  const known = glyphs.get(key);
  if (known !== undefined) return known?.name ?? null;
  const outline = glyphOutline(face.sfnt, id);
  if (outline.length === 0) {
    glyphs.set(key, null);
    return null;
  }
  const scale = 1000 / face.sfnt.unitsPerEm;
  const place = (value: number, i: number) => Math.round(value * scale * (i % 2 === 0 ? 1 : -1));
  const data = outline.map(([kind, ...values]) => kind + values.map(place).join(' ')).join('');
  const name = `g${glyphs.size}`;
  glyphs.set(key, { name, path: `<path id="${name}" d="${data}"/>` });
  return name;
}
