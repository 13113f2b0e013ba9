import type { MapView } from './mapView.ts';

/**
 * The step at which the company comes in; 0 where it never does. What sets a journey off happens before, and is
 * nobody's doing: the fall, the burst pipe.
 */
export const firstWorkOf = ({ touchpoints, isOutside }: MapView): number =>
  touchpoints.find(({ department }) => !isOutside(department))?.stepIndex ?? 0;
