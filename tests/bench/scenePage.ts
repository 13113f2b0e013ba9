import type { SceneDocument, SceneItem, TextItem, View } from '../../shared/export/scene.ts';

/**
 * The pages of a scene as a web page: shapes as SVG, texts as elements of the browser's own. What other programs print
 * or photograph, with the same lines at the same places.
 */
export function scenePage({ pages }: SceneDocument, styles: readonly string[]): string {
  const sheets = pages.map(({ width, height, items }) => {
    const parts: Parts = { shapes: [], texts: [] };
    collect(items, { x: 0, y: 0, scale: 1 }, parts);
    return `<section style="width:${width}pt;height:${height}pt"><svg viewBox="0 0 ${width} ${height}">${parts.shapes.join('')}</svg>${parts.texts.join('')}</section>`;
  });
  const [first] = pages;
  const size = first === undefined ? '' : `@page{size:${first.width}pt ${first.height}pt;margin:0}`;
  const families =
    '"Inter","Noto Sans Arabic","Noto Sans Hebrew","Noto Sans Devanagari","Noto Sans SC","Noto Sans JP","Noto Sans KR","Noto Emoji",sans-serif';
  return `<!doctype html><meta charset="utf-8">${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}<style>${size}body{margin:0;font-family:${families}}section{position:relative;overflow:hidden;break-after:page;background:#fff}svg{position:absolute;inset:0;width:100%;height:100%}span{position:absolute;white-space:pre;line-height:1}</style>${sheets.join('')}`;
}

interface Parts {
  readonly shapes: string[];
  readonly texts: string[];
}

function collect(items: readonly SceneItem[], view: View, parts: Parts): void {
  const { x, y, scale } = view;
  for (const item of items) {
    if (item.kind === 'group') {
      const inner = item.view;
      const own =
        inner === undefined ? view : { x: x + inner.x * scale, y: y + inner.y * scale, scale: scale * inner.scale };
      collect(item.items, own, parts);
    } else if (item.kind === 'link') collect(item.items, view, parts);
    else if (item.kind === 'text') parts.texts.push(...textOf(item, view));
    else if (item.kind === 'rect' || item.kind === 'path') {
      const paint = `fill="${item.fill ?? 'none'}"${item.stroke ? ` stroke="${item.stroke.color}" stroke-width="${item.stroke.width * scale}" stroke-dasharray="${(item.stroke.dash ?? []).map((length) => length * scale).join(' ')}"` : ''}`;
      const at = (value: number, i: number) => (i % 2 === 0 ? x : y) + value * scale;
      parts.shapes.push(
        item.kind === 'rect'
          ? `<rect x="${x + item.x * scale}" y="${y + item.y * scale}" width="${item.width * scale}" height="${item.height * scale}" rx="${(item.radius ?? 0) * scale}" ${paint}/>`
          : `<path d="${item.segments.map(([kind, ...values]) => kind + values.map(at).join(' ')).join('')}" ${paint}/>`,
      );
    }
  }
}

const escaped = (text: string) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));

function textOf({ lines, size, color }: TextItem, { x, y, scale }: View): string[] {
  return lines.map(({ x: left, y: baseline, line }) => {
    const words = line.runs
      .map(({ clusters, rtl }) => (rtl ? clusters.toReversed() : clusters).map(({ text }) => text).join(''))
      .join('');
    const place = `left:${x + left * scale}pt;top:${y + baseline * scale - size * scale * 0.85}pt`;
    return `<span dir="auto" style="${place};font-size:${size * scale}pt;color:${color}">${escaped(words)}</span>`;
  });
}
