import { arrowHead } from '../layout/linePath.ts';
import type { HandoffPath, MapLayout } from '../layout/mapLayout.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { palette } from './palette.ts';
import type { GroupItem, SceneItem } from './scene.ts';
import { polygon } from './shapes.ts';
import { readSvgPath } from './svgPath.ts';

/** Hand-offs as arrows, read under the card they leave; broken ones lie on top, red and dashed. */
export function handoffLines(map: MapSnapshot, layout: MapLayout, isBroken: (id: string) => boolean): SceneItem[] {
  const drawn = layout.handoffs.map((path) => ({ path, broken: isBroken(path.id) }));
  drawn.sort((a, b) => Number(a.broken) - Number(b.broken));
  return drawn.map(({ path, broken }) => handoffLine(map, path, broken));
}

function handoffLine(map: MapSnapshot, { from, to, path, arrow }: HandoffPath, broken: boolean): GroupItem {
  const color = broken ? palette.danger : palette.faint;
  const receiver = map.touchpoints.get(to)?.title ?? '';
  return {
    kind: 'group',
    role: 'handoff',
    within: `card:${from}`,
    label: `${broken ? 'Broken hand-off' : 'Hand-off'} to \u201c${receiver}\u201d`,
    items: [
      {
        kind: 'path',
        segments: readSvgPath(path),
        stroke: broken ? { color, width: 1.7, dash: [5, 3.5] } : { color, width: 1.3 },
      },
      polygon(arrowHead(arrow), { fill: color }),
    ],
  };
}
