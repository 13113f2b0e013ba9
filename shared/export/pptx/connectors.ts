import type { Point } from '../../layout/mapLayout.ts';
import type { Stroke } from '../scene.ts';
import { attribute, emu, lineXml } from './shapes.ts';

/** One end of a connector: on which shape, on which of its sides, and where that is. */
export interface ConnectorEnd extends Point {
  readonly shape: number;
  readonly side: 'top' | 'left' | 'bottom' | 'right';
}

/** Connection sites as PowerPoint numbers them, against the clock from the top. */
const sites = { top: 0, left: 1, bottom: 2, right: 3 } as const;

/** How far a connector that goes back leaves its card before it turns, in points. */
const turn = 8;

/**
 * A connector glued to two shapes: who moves a card takes its arrows along. Its way is one of those that PowerPoint
 * draws by itself, as near to the way on the map as they come.
 */
export function connectorXml(id: number, from: ConnectorEnd, to: ConnectorEnd, stroke: Stroke, name: string): string {
  const { form, transform, adjust } = wayOf(from, to);
  const guides = adjust.map((value, i) => `<a:gd name="adj${i + 1}" fmla="val ${Math.round(value)}"/>`).join('');
  const line = lineXml(stroke, '<a:round/><a:tailEnd type="triangle" w="med" len="med"/>');
  return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="${attribute(name)}" descr="${attribute(name)}"/><p:cNvCxnSpPr><a:stCxn id="${from.shape}" idx="${sites[from.side]}"/><a:endCxn id="${to.shape}" idx="${sites[to.side]}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${transform}<a:prstGeom prst="${form}"><a:avLst>${guides}</a:avLst></a:prstGeom>${line}</p:spPr></p:cxnSp>`;
}

interface Way {
  readonly form: string;
  readonly transform: string;
  readonly adjust: readonly number[];
}

function wayOf(from: ConnectorEnd, to: ConnectorEnd): Way {
  if (from.side === 'left') return around(from, to);
  const leavesDown = from.side === 'bottom';
  const entersDown = to.side === 'top';
  const flat = Math.abs(to.y - from.y) < 0.5;
  const upright = Math.abs(to.x - from.x) < 0.5;
  if (!leavesDown && !entersDown && flat && to.x > from.x)
    return { form: 'straightConnector1', transform: across(from, to), adjust: [] };
  if (leavesDown && entersDown && upright && to.y > from.y)
    return { form: 'straightConnector1', transform: across(from, to), adjust: [] };
  if (leavesDown !== entersDown) {
    return { form: 'bentConnector2', transform: leavesDown ? down(from, to) : across(from, to), adjust: [] };
  }
  const isForward = leavesDown ? to.y > from.y : to.x > from.x;
  const transform = leavesDown ? down(from, to) : across(from, to);
  if (isForward) return { form: 'bentConnector3', transform, adjust: [50_000] };
  const length = Math.max(1, Math.abs(leavesDown ? to.y - from.y : to.x - from.x));
  const out = (turn / length) * 100_000;
  return { form: 'bentConnector5', transform, adjust: [-out, 50_000, 100_000 + out] };
}

/** From left side to left side, around both cards. */
function around(from: Point, to: Point): Way {
  const width = Math.max(1, Math.abs(to.x - from.x));
  const share = (turn / width) * 100_000;
  const adjust = to.x < from.x ? [100_000 + share] : [-share];
  return { form: 'bentConnector3', transform: across(from, to), adjust };
}

/** A way that leaves sideways. */
function across(from: Point, to: Point): string {
  const flips = `${to.x < from.x ? ' flipH="1"' : ''}${to.y < from.y ? ' flipV="1"' : ''}`;
  return transformXml(flips, from, to, Math.abs(to.x - from.x), Math.abs(to.y - from.y));
}

/** A way that leaves downwards is one that leaves sideways, turned by a quarter; what was down then points left. */
function down(from: Point, to: Point): string {
  const flips = `${to.y < from.y ? ' flipH="1"' : ''}${to.x > from.x ? ' flipV="1"' : ''}`;
  return transformXml(` rot="5400000"${flips}`, from, to, Math.abs(to.y - from.y), Math.abs(to.x - from.x));
}

function transformXml(attributes: string, from: Point, to: Point, width: number, height: number): string {
  const x = (from.x + to.x) / 2 - width / 2;
  const y = (from.y + to.y) / 2 - height / 2;
  return `<a:xfrm${attributes}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}
