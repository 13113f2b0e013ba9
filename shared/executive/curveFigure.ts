import { emotionLines } from '../insights/emotionLine.ts';
import type { ExecutiveSummary } from '../insights/executive.ts';
import { smoothPath } from '../layout/curve.ts';
import { measureInter } from '../layout/interMeasure.ts';
import type { Point } from '../layout/mapLayout.ts';
import { signed } from '../model/inWords.ts';
import { outlineOf } from '../model/outline.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { type Html, html } from './html.ts';

/** A drawing of the curve for one width of page: text in it is as large as text beside it. */
interface Sheet {
  readonly name: 'narrow' | 'wide';
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

const sheets: readonly Sheet[] = [
  { name: 'narrow', width: 340, height: 210, fontSize: 12 },
  { name: 'wide', width: 760, height: 270, fontSize: 13 },
];
const SIDE = 12;
const TOP = 16;
/** Between two rows of stage names. */
const NAME_ROW = 17;
/** From the curve's floor to the first of these rows: the name of the lowest step stands in between. */
const NAMES_BELOW = 40;

/** How the customer feels along the way, drawn twice: for a phone and for a desk. The page shows the one that fits. */
export function curveFigure(map: MapSnapshot, summary: ExecutiveSummary): Html {
  const lines = emotionLines(map).filter(({ lowest }) => lowest !== null);
  if (lines.length === 0) return html`<p class="quiet">Nobody has said yet how the customer feels.</p>`;
  return html`<figure class="curve">${sheets.map((sheet) => drawing(map, summary, sheet))}<figcaption class="unseen">${inWords(map)}</figcaption>${legend(map)}</figure>`;
}

function drawing(map: MapSnapshot, summary: ExecutiveSummary, sheet: Sheet): Html {
  const { steps } = outlineOf(map);
  const names = stageNames(map, sheet);
  const rows = names.some(({ row }) => row === 1) ? 2 : 1;
  const floor = sheet.height - NAME_ROW * (rows - 1) - NAMES_BELOW - 6;
  const x = (index: number) => xOf(sheet, index, steps.length);
  const y = (value: number) => TOP + ((2 - value) / 4) * (floor - TOP);
  const path = (values: readonly (number | null)[]) =>
    smoothPath(values.flatMap((value, index): Point[] => (value === null ? [] : [{ x: x(index), y: y(value) }])));
  const belief = steps.map((step) => step.belief);
  const lines = emotionLines(map).filter(({ lowest }) => lowest !== null);
  const low = summary.low;
  const gradient = `feeling-${sheet.name}`;
  // Names of stages are in the words beside the drawing too; a screen reader gets those.
  return html`<svg class="${sheet.name}" viewBox="0 0 ${sheet.width} ${sheet.height}" width="${sheet.width}" height="${sheet.height}" font-size="${sheet.fontSize}" aria-hidden="true">
<defs><linearGradient id="${gradient}" gradientUnits="userSpaceOnUse" x1="0" y1="${y(2)}" x2="0" y2="${y(-2)}">${[2, 1, 0, -1, -2].map((value) => html`<stop class="feels${value}" offset="${(2 - value) / 4}"/>`)}</linearGradient></defs>
<line class="zero" x1="0" x2="${sheet.width}" y1="${y(0)}" y2="${y(0)}"/>
${belief.some((value) => value !== null) ? html`<path class="belief" d="${path(belief)}"/>` : null}
${[...lines].reverse().map((line) => html`<path class="line ${line === lines[0] ? 'first' : 'other'}" stroke="url(#${gradient})" d="${path(line.values)}"/>${singlePoints(line.values, x, y)}`)}
${low === null ? null : lowMark(low, { x: x(outlineOf(map).stepIndex(low.step)), y: y(low.value) }, sheet)}
${names.map(({ text, x: at, anchor, row }) => html`<text class="stage" text-anchor="${anchor}" x="${at}" y="${floor + NAMES_BELOW + row * NAME_ROW}">${text}</text>`)}
</svg>`;
}

/** A line through one point alone is nothing to see: it gets a dot. */
function singlePoints(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): Html | null {
  const rated = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const [only] = rated;
  if (rated.length !== 1 || only === undefined) return null;
  return html`<circle class="dot feels${only.value}" cx="${x(only.index)}" cy="${y(only.value)}" r="5"/>`;
}

function lowMark(low: { readonly title: string }, at: Point, { width, fontSize }: Sheet): Html {
  const leftward = at.x > width / 2;
  const room = (leftward ? at.x : width - at.x) - 2;
  const text = fitted(low.title.trim() || 'a step without a title', room, fontSize);
  return html`<circle class="low" cx="${at.x}" cy="${at.y}" r="6"/><text class="lowest" text-anchor="${leftward ? 'end' : 'start'}" x="${at.x + (leftward ? 6 : -6)}" y="${at.y + fontSize + 10}">${text}</text>`;
}

interface StageName {
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly row: 0 | 1;
}

/** Under the middle of their steps; in two rows by turns where one row would cut too much, and none where nothing fits. */
function stageNames(map: MapSnapshot, sheet: Sheet): readonly StageName[] {
  const { steps, stages } = outlineOf(map);
  const drawn = stages.filter((stage) => stage.steps.length > 0);
  const middles = drawn.map((stage) => {
    const first = outlineOf(map).stepIndex(stage.steps[0]?.id ?? '');
    return xOf(sheet, first + (stage.steps.length - 1) / 2, steps.length);
  });
  const place = (rows: 1 | 2): readonly StageName[] =>
    drawn.map(({ stage }, index) => {
      const x = middles[index] ?? 0;
      // Halfway to the neighbours in the same row, and at the ends up to the edge.
      const left = ((middles[index - rows] ?? -x) + x) / 2;
      const right = ((middles[index + rows] ?? 2 * sheet.width - x) + x) / 2;
      const title = stage.title.trim();
      const row = index % rows === 1 ? 1 : 0;
      const middle = fitted(title, 2 * Math.min(x - left, right - x) - 8, sheet.fontSize);
      if (middle === title) return { text: title, x, anchor: 'middle', row };
      const text = fitted(title, right - left - 8, sheet.fontSize);
      return x - left < right - x
        ? { text, x: left + 4, anchor: 'start', row }
        : { text, x: right - 4, anchor: 'end', row };
    });
  const isWhole = (names: readonly StageName[]) => names.every(({ text }) => !text.endsWith('…'));
  const one = place(1);
  const chosen = isWhole(one) ? one : place(2);
  return chosen.filter(({ text }) => text.length > 3 || !text.endsWith('…'));
}

const xOf = ({ width }: Sheet, index: number, count: number): number =>
  count < 2 ? width / 2 : SIDE + (index / (count - 1)) * (width - 2 * SIDE);

/** As much of a text as fits on one line of a width in pixels. */
function fitted(text: string, width: number, size: number): string {
  const fits = (words: string) => measureInter(words, { size, weight: 600, lineHeight: size }, width) <= 1;
  if (fits(text)) return text;
  for (let length = Math.min(text.length, 60); length > 1; length--) {
    const cut = `${text.slice(0, length).trimEnd()}…`;
    if (fits(cut)) return cut;
  }
  return '…';
}

function legend(map: MapSnapshot): Html | null {
  const lines = emotionLines(map).filter(({ lowest }) => lowest !== null);
  const believed = outlineOf(map).steps.some(({ belief }) => belief !== null);
  if (lines.length < 2 && !believed) return null;
  const [first = '', ...others] = lines.map(({ persona }) => persona?.name.trim() || 'Everyone');
  const thin = others.length === 0 ? null : html`<span class="key thin">${others.join(', ')}</span>`;
  return html`<p class="legend"><span class="key solid">${first}</span>${thin}${believed ? html`<span class="key dashed">What we believe</span>` : null}</p>`;
}

/** The curve for those who listen. */
function inWords(map: MapSnapshot): string {
  const { steps } = outlineOf(map);
  return emotionLines(map)
    .filter(({ lowest }) => lowest !== null)
    .map(({ persona, values }) => {
      const feelings = values.flatMap((value, index) =>
        value === null ? [] : [`${steps[index]?.title.trim() || 'a step without a title'} ${signed(value)}`],
      );
      return `${persona?.name.trim() || 'Everyone'}: ${feelings.join(', ')}.`;
    })
    .join(' ');
}
