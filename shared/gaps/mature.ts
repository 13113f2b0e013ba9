import type { ItemRef } from '../model/records.ts';
import type { MapView } from './mapView.ts';

/**
 * Whether a map has come so far that what is missing from it as a whole is worth saying: eight touchpoints, and most
 * steps rated.
 */
export const isMature = ({ touchpoints, steps }: MapView): boolean =>
  touchpoints.length >= 8 && steps.filter(({ emotions }) => emotions.length > 0).length * 2 > steps.length;

/** What a finding about the whole map points at. */
export const wholeJourney = ({ stages }: MapView): readonly ItemRef[] =>
  stages.map(({ stage }) => ({ kind: 'stage', id: stage.id }));
