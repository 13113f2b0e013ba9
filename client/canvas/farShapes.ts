import type { HandoffPath, MapLayout, Rect } from '../../shared/layout/mapLayout.ts';
import type { Lane } from '../../shared/model/records.ts';
import type { Table } from '../../shared/model/snapshot.ts';
import { arrowPath } from './arrowPath.ts';
import type { Marks } from './gapMarks.ts';
import { HUES, hueOf } from './items.ts';

/** What the painting shows beside titles; made again when something has another place, hue or gap, not when it is moved. */
export interface FarScene {
  readonly lanes: Table<Lane>;
  readonly layout: MapLayout;
  readonly marks: Marks;
}

interface Shapes {
  readonly cards: Path2D;
  /** The cards of each department's hue. */
  readonly blocks: readonly (readonly Rect[])[];
  readonly notes: Path2D;
  readonly handoffs: Path2D;
  readonly arrows: Path2D;
  readonly broken: Path2D;
  readonly brokenArrows: Path2D;
}

const shapesOf = new WeakMap<FarScene, Shapes>();

/** All cards are one path and all hand-offs two: a frame costs a handful of calls, however large the map. */
export function shapes(scene: FarScene): Shapes {
  const known = shapesOf.get(scene);
  if (known) return known;
  const byHue = Array.from({ length: HUES }, (): Rect[] => []);
  const made: Shapes = {
    cards: new Path2D(),
    blocks: byHue,
    notes: new Path2D(),
    handoffs: new Path2D(),
    arrows: new Path2D(),
    broken: new Path2D(),
    brokenArrows: new Path2D(),
  };
  const { lanes } = scene;
  const hues = new Map<string, number>(lanes.list.map((lane) => [lane.id, hueOf(lanes, lane)]));
  for (const box of scene.layout.cards) {
    addBox(made.cards, box, 8);
    byHue[hues.get(box.lane) ?? 0]?.push(box);
  }
  for (const box of scene.layout.notes) addBox(made.notes, box, 5);
  for (const path of scene.layout.handoffs) {
    const isBroken = scene.marks.broken.has(path.id);
    addHandoff(isBroken ? made.broken : made.handoffs, isBroken ? made.brokenArrows : made.arrows, path);
  }
  shapesOf.set(scene, made);
  return made;
}

const addBox = (path: Path2D, { x, y, width, height }: Rect, radius: number) =>
  path.roundRect(x, y, width, height, radius);

function addHandoff(lines: Path2D, arrows: Path2D, { path, arrow }: HandoffPath): void {
  lines.addPath(new Path2D(path));
  arrows.addPath(new Path2D(arrowPath(arrow.tip, arrow.direction)));
}
