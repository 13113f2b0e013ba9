import { type Chip, tellingMetric } from '../insights/tellingMetric.ts';
import type { Metric } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { toneColor } from './palette.ts';
import type { Rect, RectItem, SceneItem } from './scene.ts';
import { type BlockFont, fittedText, shortened, type Typesetter, textWidth } from './textBlock.ts';

const padding = 4.5;

/** The metric that each touchpoint shows, by the touchpoint's id. */
export function chipsOf(map: MapSnapshot): ReadonlyMap<string, Chip> {
  const measured = new Map<string, Metric[]>();
  for (const metric of map.metrics.list) {
    if (metric.on?.kind !== 'touchpoint') continue;
    const metrics = measured.get(metric.on.id);
    if (metrics === undefined) measured.set(metric.on.id, [metric]);
    else metrics.push(metric);
  }
  const chips = [...measured].flatMap(([id, metrics]) => {
    const chip = tellingMetric(metrics);
    return chip === null ? [] : [[id, chip] as const];
  });
  return new Map(chips);
}

/** What stands on a chip, and what it means to those who hear it. */
export const chipText = ({ title, value }: Chip): string => (title === '' ? value : `${title} ${value}`);

/** A chip as it is read aloud, with how it stands to its target. */
export function chipInWords({ name, value, tone }: Chip): string {
  const aim = { good: ', on target', bad: ', off target', plain: '' }[tone];
  return `${name} ${value}${aim}`;
}

/** How wide a chip is with its edges. */
export const chipWidth = (typesetter: Typesetter, chip: Chip, font: BlockFont): number =>
  textWidth(typesetter, chipText(chip), font) + 2 * padding;

interface ChipPlace {
  readonly box: Rect;
  /** At the right end of the box, under words that read from right to left. */
  readonly atEnd?: boolean;
  readonly font: BlockFont;
  readonly says: string;
}

/** A chip as wide as its words, within a box; a unit of many words gives some of them up. */
export function drawChip(typesetter: Typesetter, chip: Chip, { box, atEnd, font, says }: ChipPlace): SceneItem[] {
  const most = box.width - 2 * padding;
  const words = shortened(chipText(chip), (text) => textWidth(typesetter, text, font) <= most);
  const width = Math.min(most, textWidth(typesetter, words, font));
  const outer = width + 2 * padding;
  const ground = { ...box, x: atEnd === true ? box.x + box.width - outer : box.x, width: outer };
  const place = { ...ground, x: ground.x + padding, width: width + 0.01, font, color: toneColor[chip.tone].ink, says };
  return [chipGround(chip.tone, ground), ...fittedText(typesetter, words, place).items];
}

/** What misses its target has an outline, since paper may be grey. */
export function chipGround(tone: Chip['tone'], { x, y, width, height }: Rect): RectItem {
  const { fill, ink } = toneColor[tone];
  if (tone !== 'bad') return { kind: 'rect', x, y, width, height, radius: 4, fill };
  const line = 0.8;
  const inner = { x: x + line / 2, y: y + line / 2, width: width - line, height: height - line };
  return { kind: 'rect', ...inner, radius: 3.6, fill, stroke: { color: ink, width: line } };
}
