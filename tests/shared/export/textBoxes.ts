import type { SceneItem, ScenePage, View } from '../../../shared/export/scene.ts';

/** Where one line of text stands on a page, a little smaller than its letters: neighbours may touch. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every line of text on a page, decoration included. */
export function textBoxes({ items }: ScenePage): TextBox[] {
  const boxes: TextBox[] = [];
  const look = (inner: readonly SceneItem[], { x, y, scale }: View) => {
    for (const item of inner) {
      if (item.kind === 'link') look(item.items, { x, y, scale });
      else if (item.kind === 'group') {
        const { x: dx, y: dy, scale: by } = item.view ?? { x: 0, y: 0, scale: 1 };
        look(item.items, { x: x + dx * scale, y: y + dy * scale, scale: scale * by });
      } else if (item.kind === 'text') {
        for (const { x: left, y: baseline, line } of item.lines) {
          if (line.width === 0) continue;
          const place = { left: x + left * scale, right: x + (left + line.width) * scale };
          const top = y + (baseline - item.size * 0.68) * scale;
          boxes.push({ text: item.text, ...place, top, bottom: y + (baseline + item.size * 0.1) * scale });
        }
      }
    }
  };
  look(items, { x: 0, y: 0, scale: 1 });
  return boxes;
}

/** Lines that reach over the edge of the page, and pairs of lines that cover each other. */
export function misplaced(page: ScenePage): string[] {
  const boxes = textBoxes(page);
  const beyond = boxes.filter(
    ({ left, right, top, bottom }) => left < 0 || top < 0 || right > page.width + 0.01 || bottom > page.height,
  );
  const pairs = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.2 && b.top < a.bottom - 0.2,
      )
      .map((b) => `“${a.text.slice(0, 40)}” and “${b.text.slice(0, 40)}” cover each other`),
  );
  return [...beyond.map(({ text }) => `“${text.slice(0, 40)}” leaves the page`), ...pairs];
}
