import { LANE_HEADER_WIDTH } from '../../shared/layout/sizes.ts';

/** On a phone the lane headers leave more than half of the width to the map. */
const NARROW_CANVAS = 560;
const NARROW_HEADER_WIDTH = 92;

/** Width of the pinned lane headers on a canvas of this width. */
export const headerWidth = (canvasWidth: number): number =>
  canvasWidth < NARROW_CANVAS ? NARROW_HEADER_WIDTH : LANE_HEADER_WIDTH;
