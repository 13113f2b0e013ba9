import type { Finding } from '../gaps/findGaps.ts';
import { executiveSummary } from '../insights/executive.ts';
import { counted } from '../model/inWords.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { pageFrame, type Sheet } from './sheet.ts';
import { fittedText, type Typesetter, textBlock, titleBlock } from './textBlock.ts';

/** The first page of a document: what it is about, whose journey, as of when, and the headline. */
export function coverPage(
  typesetter: Typesetter,
  map: MapSnapshot,
  findings: readonly Finding[],
  sheet: Sheet,
  day: string,
): SceneItem[] {
  const { title, state, headline } = executiveSummary(map, findings);
  const frame = pageFrame(sheet);
  const scale = Math.max(1, Math.min(frame.width / 778, 3));
  const width = Math.min(frame.width * 0.78, 700 * scale);
  const place = { x: frame.x, width, direction: 'ltr' } as const;
  const font = (size: number, weight: number) => ({ size: size * scale, lineHeight: size * 1.34 * scale, weight });
  let y = frame.top + (frame.bottom - frame.top) * 0.22;
  const items: SceneItem[] = [{ kind: 'anchor', name: 'cover', x: frame.x, y: frame.top }];
  items.push({
    kind: 'rect',
    x: frame.x,
    y: y - 18 * scale,
    width: 48 * scale,
    height: 4 * scale,
    fill: palette.accent,
  });
  const add = (block: { readonly items: readonly SceneItem[]; readonly height: number }, gap: number) => {
    items.push(...block.items);
    y += block.height + gap * scale;
  };
  add(
    textBlock(typesetter, `Customer journey  \u00b7  ${state}`, {
      ...place,
      y,
      font: font(11, 450),
      color: palette.muted,
    }),
    6,
  );
  const { direction: _ltr, ...free } = place;
  add(titleBlock(typesetter, title, { ...free, y, font: font(34, 600), color: palette.ink, role: 'title' }, 3), 10);
  add(textBlock(typesetter, headline, { ...place, y, font: font(16, 400), color: '#3f444b' }), 12);
  const { description } = map.meta;
  if (description.trim() !== '') {
    const height = 84 * scale;
    add(
      {
        ...fittedText(typesetter, description, { ...free, y, height, font: font(11, 400), color: palette.muted }),
        height,
      },
      12,
    );
  }
  const personas = map.personas.list.map(({ name }) => name.trim()).filter((name) => name !== '');
  const facts = [
    personas.length === 0 ? '' : `For ${personas.join(', ')}`,
    `${counted(map.stages.list.length, 'stage')}, ${counted(map.steps.list.length, 'step')}, ${counted(map.touchpoints.list.length, 'touchpoint')}`,
    `As of ${day}`,
  ];
  const words = facts.filter((fact) => fact !== '').join('\n');
  const height = Math.max(20, frame.bottom - y);
  items.push(
    ...fittedText(typesetter, words, {
      ...place,
      y,
      height: Math.min(height, 64 * scale),
      font: font(10.5, 400),
      color: palette.muted,
    }).items,
  );
  return items;
}
