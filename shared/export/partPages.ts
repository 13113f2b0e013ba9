import { LANE_HEADER_WIDTH } from '../layout/sizes.ts';
import { counted } from '../model/inWords.ts';
import { outlineOf } from '../model/outline.ts';
import type { Handoff } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { type Block, columnsOf, flow, flowHeight, headingFont } from './flow.ts';
import { gapsAbout } from './gapsAbout.ts';
import { drawMap, type PageContext, viewOf } from './mapPage.ts';
import { palette } from './palette.ts';
import { cutScale, littleLoss, type Part } from './parts.ts';
import type { SceneItem } from './scene.ts';
import { type PageFrame, pageFrame } from './sheet.ts';
import { type Typesetter, textBlock, titleBlock } from './textBlock.ts';

const titleFont = { size: 18, lineHeight: 24, weight: 600 };
const factFont = { size: 10, lineHeight: 14, weight: 400 };
const lineFont = { size: 9.5, lineHeight: 13, weight: 400 };

/** The share of a page that hand-offs to other stages may take from the map above them. */
const listShare = 0.3;
/** The width of the column they fill beside a map that is higher than wide. */
const sideWidth = 260;
const leastSideWidth = 150;
const sideGap = 28;
/** Between a map and the list below it. */
const listGap = 10;

/** Parts of the map on pages of their own, each with the hand-offs that lead out of it. */
export function partPages(context: PageContext, map: MapSnapshot, parts: readonly Part[]): SceneItem[][] {
  return parts.flatMap((part) => pagesOf(context, map, part));
}

function pagesOf({ typesetter, sheet, gaps, shown }: PageContext, map: MapSnapshot, part: Part): SceneItem[][] {
  const { layout } = part;
  const frame = pageFrame(sheet);
  const head = headOf(typesetter, part, frame);
  const all = listPlaces(typesetter, map, part, frame, head.height).map((place) => ({
    ...place,
    view: viewOf(layout, place.map, head.height, 'left'),
  }));
  // Where the map gets largest, the page is used best.
  const largest = (places: typeof all) =>
    places.reduce((one, other) => (other.view.scale > one.view.scale * 1.02 ? other : one));
  // A list that would leave the map too small to read, or where it is too small anyway, smaller still, gets its own pages.
  const alone = largest(all);
  const enough = alone.view.scale >= cutScale ? cutScale : alone.view.scale * littleLoss;
  const together = all.filter(({ onSamePage, view }) => onSamePage && view.scale >= enough);
  const best = together.length > 0 ? largest(together) : alone;
  const drawn = drawMap(typesetter, part.map, layout, gapsAbout(gaps, part.map), best.view, shown);
  const lists = best.lists.map((items): SceneItem => {
    return { kind: 'group', role: 'list', label: `Hand-offs with other ${part.others}`, items };
  });
  const first = [...head.items, ...drawn.items];
  if (best.onSamePage) return [[...first, ...lists]];
  const listHead = headOf(typesetter, part, frame, 'hand-offs');
  return [first, ...lists.map((list) => [...listHead.items, list])];
}

interface ListPlace {
  /** What is left for head and map. */
  readonly map: PageFrame;
  /** The list, page by page. */
  readonly lists: readonly (readonly SceneItem[])[];
  readonly onSamePage: boolean;
}

/** Where the hand-offs to and from other stages may stand: beside the map, below it, or on pages of their own. */
function listPlaces(
  typesetter: Typesetter,
  map: MapSnapshot,
  part: Part,
  frame: PageFrame,
  headHeight: number,
): ListPlace[] {
  const columns = columnsOf(frame, sideWidth);
  const blocks = passages(typesetter, map, part, columns.width);
  const listTop = frame.top + headHeight + 8;
  const own: ListPlace = {
    map: frame,
    lists: flow(blocks, columns, { top: listTop, bottom: frame.bottom }),
    onSamePage: false,
  };
  if (blocks.length === 0) return [{ ...own, onSamePage: true }];
  const places: ListPlace[] = [];

  const sideTop = { top: listTop, bottom: frame.bottom };
  // In a column of the usual width, and in what a map that is as high as the page leaves beside it.
  const { scale } = viewOf(part.layout, frame, headHeight);
  const left = frame.width - (part.layout.width + LANE_HEADER_WIDTH) * scale - sideGap;
  for (const width of new Set([columns.width, Math.min(left, columns.width)])) {
    if (width < leastSideWidth) continue;
    const lines = passages(typesetter, map, part, width);
    const mapWidth = frame.width - width - sideGap;
    const side = { x: frame.x + mapWidth + sideGap, count: 1, width, gap: 0 };
    if (flowHeight(lines, side, sideTop.bottom - sideTop.top) > sideTop.bottom - sideTop.top) continue;
    places.push({ map: { ...frame, width: mapWidth }, lists: flow(lines, side, sideTop), onSamePage: true });
  }
  const most = (frame.bottom - frame.top) * listShare;
  const height = flowHeight(blocks, columns, most);
  if (height <= most) {
    const top = frame.bottom - height;
    places.push({
      map: { ...frame, bottom: top - listGap },
      lists: flow(blocks, columns, { top, bottom: frame.bottom }),
      onSamePage: true,
    });
  }
  return [...places, own];
}

function headOf(
  typesetter: Typesetter,
  { map, position }: Part,
  { x, top, width }: PageFrame,
  content: 'map' | 'hand-offs' = 'map',
) {
  const names = map.stages.list.map(({ title }) => title.trim()).filter((name) => name !== '');
  const words = names.length === 0 ? position : names.join(', ');
  const titlePlace = { x, y: top, width, font: titleFont, color: palette.ink, role: 'heading' } as const;
  const title = titleBlock(typesetter, words, titlePlace, 2);
  const counts = `${counted(map.steps.list.length, 'step')}  \u00b7  ${counted(map.touchpoints.list.length, 'touchpoint')}`;
  const place = { x, y: top + title.height + 2, width, font: factFont, color: palette.muted };
  const facts = textBlock(typesetter, `${position}  \u00b7  ${content === 'map' ? counts : 'hand-offs'}`, place);
  return { height: title.height + 2 + facts.height, items: [...title.items, ...facts.items] };
}

/** Hand-offs that come from other stages and that lead to them: links to the cards at their other ends. */
function passages(typesetter: Typesetter, map: MapSnapshot, { map: part, others }: Part, width: number): Block[] {
  const outline = outlineOf(map);
  const isPlaced = (id: string | null) => outline.isPlaced(map.touchpoints.get(id ?? '')?.place ?? null);
  const whole = map.handoffs.list.filter(({ from, to }) => isPlaced(from) && isPlaced(to));
  const isHere = (id: string | null) => part.touchpoints.has(id ?? '');
  const incoming = whole.filter(({ from, to }) => !isHere(from) && isHere(to));
  const outgoing = whole.filter(({ from, to }) => isHere(from) && !isHere(to));
  const list = (title: string, handoffs: readonly Handoff[], farEnd: (handoff: Handoff) => string | null): Block[] =>
    handoffs.length === 0
      ? []
      : [
          headingBlock(typesetter, `${title} \u00b7 ${handoffs.length}`, width),
          ...handoffs.map((handoff) => passage(typesetter, map, handoff, farEnd(handoff) ?? '', width)),
        ];
  return [
    ...list(`From other ${others}`, incoming, ({ from }) => from),
    ...list(`To other ${others}`, outgoing, ({ to }) => to),
  ];
}

function headingBlock(typesetter: Typesetter, title: string, width: number): Block {
  return {
    height: headingFont.lineHeight + 10,
    keepWithNext: true,
    draw: (x, y) => textBlock(typesetter, title, { x, y: y + 8, width, font: headingFont, color: palette.ink }).items,
  };
}

function passage(
  typesetter: Typesetter,
  map: MapSnapshot,
  { from, to }: Handoff,
  farEnd: string,
  width: number,
): Block {
  const titleOf = (id: string | null) => map.touchpoints.get(id ?? '')?.title.trim() || 'Untitled';
  const stage = outlineOf(map).stageOf(map.touchpoints.get(farEnd)?.place?.step ?? '')?.title ?? '';
  // Isolated, so that a name in Hebrew does not turn the arrow around.
  const isolated = (name: string) => `\u2068${name}\u2069`;
  const words = `${isolated(titleOf(from))} \u2192 ${isolated(titleOf(to))}  (${isolated(stage)})`;
  const place = (x: number, y: number) =>
    textBlock(typesetter, words, { x, y: y + 2, width, font: lineFont, color: palette.ink, direction: 'ltr' });
  const { height } = place(0, 0);
  return {
    height: height + 4,
    draw: (x, y) => [
      {
        kind: 'link',
        x,
        y,
        width,
        height: height + 4,
        target: { anchor: `touchpoint:${farEnd}` },
        label: `Show ${titleOf(farEnd)}`,
        items: place(x, y).items,
      },
    ],
  };
}
