import type { Color, SceneDocument, SceneItem, Stroke } from './scene.ts';

/**
 * A document without colour. Greys are as light as the colours looked; what is text is kept dark enough to read. Nothing
 * is told by colour alone: broken hand-offs are dashed, gaps have numbers, emotions have heights and values.
 */
export function inGrey(scene: SceneDocument): SceneDocument {
  return { ...scene, pages: scene.pages.map((page) => ({ ...page, items: page.items.map(greyItem) })) };
}

function greyItem(item: SceneItem): SceneItem {
  switch (item.kind) {
    case 'rect':
    case 'path': {
      const fill = item.fill === undefined ? {} : { fill: grey(item.fill) };
      const stroke = item.stroke === undefined ? {} : { stroke: greyStroke(item.stroke) };
      return { ...item, ...fill, ...stroke };
    }
    case 'text':
      return { ...item, color: isLight(item.color) ? '#ffffff' : grey(item.color, darkText) };
    case 'link':
    case 'group':
      return { ...item, items: item.items.map(greyItem) };
    case 'anchor':
      return item;
    default:
      return item satisfies never;
  }
}

const greyStroke = (stroke: Stroke): Stroke => ({ ...stroke, color: grey(stroke.color) });

/** 4.5 to 1 on white. */
const darkText = 0x6f;

const lightness = (color: Color): number => {
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return 0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5);
};

const isLight = (color: Color) => lightness(color) > 235;

function grey(color: Color, most = 255): Color {
  const value = Math.min(most, Math.round(lightness(color)));
  return `#${value.toString(16).padStart(2, '0').repeat(3)}`;
}
