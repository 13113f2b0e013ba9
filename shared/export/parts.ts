import { COLUMN_WIDTH, LANE_HEADER_WIDTH, TITLE_FONT } from '../layout/sizes.ts';
import { type Outline, outlineOf } from '../model/outline.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { LEGIBLE } from './legibility.ts';
import { type PageContext, viewOf } from './mapPage.ts';
import { type PrintLayout, printLayout } from './printLayout.ts';
import { pageFrame } from './sheet.ts';
import { stepsMap } from './stageMap.ts';
import { measureLines } from './textBlock.ts';

/** A part of the map on a page of its own, laid out anew. */
export interface Part {
  readonly map: MapSnapshot;
  readonly layout: PrintLayout;
  /** "Stage 3 of 12", "Steps 1 to 8 of 60": where it is in the whole. */
  readonly position: string;
  /** What the pages around it are, as in "From other stages". */
  readonly others: 'stages' | 'pages';
}

/** A page takes as many stages as leave the map this large: titles of 6 points. */
const smallestScale = 6 / TITLE_FONT.size;
/** A stage so high that it is smaller even alone may still share its page with stages that take this little from it. */
export const littleLoss = 0.85;
/** Smaller than this, a part is cut once more, so that its smallest signs, the numbers of the curve, keep 5 points. */
export const cutScale = LEGIBLE / 9;
/** Strips as wide as the sheet: a little larger, so that lanes have room, too. */
const stripScale = 7.5 / TITLE_FONT.size;
/** The height of a head whose title takes one line: title, facts and the gap between. */
const usualHead = 40;

/** Consecutive stages that share a page, as many as stay legible. */
export function partsByRoom(context: PageContext, map: MapSnapshot): Part[] {
  const stages = drawnStages(map);
  const parts: Part[] = [];
  for (let first = 0; first < stages.length; ) {
    const alone = stagePart(context, map, stages, first, first);
    const least = Math.min(smallestScale, scaleOf(context, alone) * littleLoss);
    let [part, last] = [alone, first];
    for (let next = first + 1; next < stages.length; next++) {
      const wider = stagePart(context, map, stages, first, next);
      if (scaleOf(context, wider) < least) break;
      [part, last] = [wider, next];
    }
    parts.push(part);
    first = last + 1;
  }
  return parts;
}

/** One stage a page; a stage that would be too small to read has several. */
export function partsByStage(context: PageContext, map: MapSnapshot): Part[] {
  const stages = drawnStages(map);
  return stages.flatMap((_, index) => legibleParts(context, map, stagePart(context, map, stages, index, index)));
}

/** The journey cut into strips that fill the width of the sheet, one below the other as lines of a text. */
export function partsByWidth(context: PageContext, map: MapSnapshot): Part[] {
  const { steps } = outlineOf(map);
  const { width } = pageFrame(context.sheet);
  const most = Math.max(1, Math.floor((width / stripScale - LANE_HEADER_WIDTH) / COLUMN_WIDTH));
  // A step that was drawn wider counts for as many as it takes the room of.
  const shares = steps.map((step) => Math.max(1, (step.width ?? 0) / COLUMN_WIDTH));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const perStrip = Math.ceil(all / Math.max(1, Math.ceil(all / most)));
  const strips: (typeof steps)[number][][] = [];
  let [before, strip] = [0, -1];
  for (const [index, step] of steps.entries()) {
    const own = Math.floor(before / perStrip);
    if (own === strip) strips.at(-1)?.push(step);
    else strips.push([step]);
    strip = own;
    before += shares[index] ?? 1;
  }
  let last = 0;
  return strips.flatMap((shown) => {
    const first = last + 1;
    last += shown.length;
    const position =
      first === last ? `Step ${first} of ${steps.length}` : `Steps ${first} to ${last} of ${steps.length}`;
    const part = partOf(context, stepsMap(map, new Set(shown.map(({ id }) => id))), position, 'pages');
    return legibleParts(context, map, part);
  });
}

type Stages = Outline['stages'];

const drawnStages = (map: MapSnapshot): Stages => outlineOf(map).stages.filter(({ steps }) => steps.length > 0);

function stagePart(context: PageContext, map: MapSnapshot, stages: Stages, first: number, last: number): Part {
  const steps = new Set<string>(stages.slice(first, last + 1).flatMap((stage) => stage.steps.map(({ id }) => id)));
  const position =
    first === last
      ? `Stage ${first + 1} of ${stages.length}`
      : `Stages ${first + 1} to ${last + 1} of ${stages.length}`;
  return partOf(context, stepsMap(map, steps), position, 'stages');
}

function partOf({ typesetter, shown }: PageContext, map: MapSnapshot, position: string, others: Part['others']): Part {
  const layout = printLayout(map, measureLines(typesetter), shown);
  return { map, layout, position, others };
}

const scaleOf = ({ sheet }: PageContext, { layout }: Part) => viewOf(layout, pageFrame(sheet), usualHead).scale;

/** The part itself while it can be read, else halves of it: of its steps where it is too wide, of its lanes where too high. */
function legibleParts(context: PageContext, map: MapSnapshot, part: Part): Part[] {
  const pieces = withoutEmpty(halves(context, map, part));
  return pieces.map((piece, index) =>
    pieces.length === 1
      ? piece
      : { ...piece, position: `${part.position}, part ${index + 1} of ${pieces.length}`, others: 'pages' as const },
  );
}

/** Pieces without a card have nothing to show but steps, which stand above other lanes, too. */
function withoutEmpty(pieces: readonly Part[]): Part[] {
  const isEmpty = ({ map: { touchpoints, notes } }: Part) => touchpoints.list.length + notes.list.length === 0;
  const shown = new Set(
    pieces.filter((piece) => !isEmpty(piece)).flatMap(({ map }) => map.steps.list.map(({ id }) => id)),
  );
  return pieces.filter((piece) => !isEmpty(piece) || piece.map.steps.list.some(({ id }) => !shown.has(id)));
}

function halves(context: PageContext, map: MapSnapshot, part: Part): Part[] {
  const { steps, lanes } = outlineOf(part.map);
  if (scaleOf(context, part) >= cutScale || (steps.length < 2 && lanes.length < 2)) return [part];
  const { width, top, bottom } = pageFrame(context.sheet);
  const isTooWide = part.layout.width / width > part.layout.height / (bottom - top);
  const ofSteps = steps.length > 1 && (isTooWide || lanes.length < 2);
  const all = ofSteps ? steps : lanes;
  const middle = Math.ceil(all.length / 2);
  const stepIds = new Set<string>(steps.map(({ id }) => id));
  const laneIds = new Set<string>(lanes.map(({ id }) => id));
  return [all.slice(0, middle), all.slice(middle)].flatMap((half) => {
    const ids = new Set<string>(half.map(({ id }) => id));
    const piece = stepsMap(map, ofSteps ? ids : stepIds, ofSteps ? laneIds : ids);
    return halves(context, map, partOf(context, piece, part.position, part.others));
  });
}
