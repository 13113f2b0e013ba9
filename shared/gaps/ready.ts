import type { MapView } from './mapView.ts';

/**
 * A map just begun is not scolded: these say when there is enough on it to judge. Each is true for good once a map has
 * come so far, so that findings do not flicker while people work.
 */

/**
 * Cards come first and names later: people are on the map, work is handed over, or there is more than a sketch of five cards.
 * That somebody owns something is no sign: naming one owner must not bring up findings about the others.
 */
export const ownersAreDue = ({ map, touchpoints, links }: MapView): boolean =>
  map.people.list.length > 0 || links.length > 0 || touchpoints.length >= 6;

/** Arrows are drawn when the cards stand: there is one, or the journey is four steps long and has none. */
export const handoffsAreDue = ({ touchpoints, links }: MapView): boolean =>
  links.length > 0 || new Set(touchpoints.map(({ step }) => step)).size >= 4;

/** Metrics come late: there is one, or the journey has as much on it as a workshop draws in its first part. */
export const metricsAreDue = ({ map, touchpoints }: MapView): boolean =>
  map.metrics.list.length > 0 || touchpoints.length >= 6;

/** Lanes are often drawn before anything stands in them. */
export const departmentsAreDue = ({ touchpoints }: MapView): boolean => touchpoints.length >= 3;
