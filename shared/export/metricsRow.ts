import { toneOf } from '../model/measurement.ts';
import { chipGround } from './metricChip.ts';
import { toneColor } from './palette.ts';
import { METRIC_FONT, METRIC_PADDING, type MetricBox, metricInWords, type PrintLayout } from './printLayout.ts';
import type { SceneItem } from './scene.ts';
import { type Typesetter, textBlock } from './textBlock.ts';

/** Under the lanes: what is measured at the stages and the steps, each read with them. */
export const metricSigns = (typesetter: Typesetter, { metricsRow }: PrintLayout): SceneItem[] =>
  (metricsRow?.boxes ?? []).map((box) => metricSign(typesetter, box));

function metricSign(typesetter: Typesetter, { metric, at, x, y, width, height }: MetricBox): SceneItem {
  const tone = toneOf(metric);
  const aim = { good: ', on target', bad: ', off target', plain: '' }[tone];
  const text = metricInWords(metric);
  const words = textBlock(typesetter, text, {
    x: x + METRIC_PADDING.x,
    y: y + METRIC_PADDING.y,
    width: width - 2 * METRIC_PADDING.x,
    font: METRIC_FONT,
    color: toneColor[tone].ink,
    says: `${text}${aim}`,
  });
  const outer = Math.min(width, words.width + 2 * METRIC_PADDING.x);
  // Words that read from right to left stand at the right edge, and so does what is under them.
  const isRight = words.items.some((item) => item.kind === 'text' && item.lines.some(({ line }) => line.rtl));
  const ground = chipGround(tone, { x: isRight ? x + width - outer : x, y, width: outer, height });
  return { kind: 'group', role: 'card', within: `${at.kind}:${at.id}`, label: text, items: [ground, ...words.items] };
}
