import type { Metric } from '../../../../shared/model/records.ts';

type Preset = Pick<Metric, 'title' | 'kind' | 'unit' | 'better'>;

/** The numbers most journeys are steered by, so that adding one is one click and its direction is right. */
export const PRESETS: readonly Preset[] = [
  { title: 'Satisfaction (CSAT)', kind: 'customer', unit: '%', better: 'higher' },
  { title: 'Recommendation (NPS)', kind: 'customer', unit: '', better: 'higher' },
  { title: 'Effort (CES)', kind: 'customer', unit: '', better: 'lower' },
  { title: 'First-contact resolution', kind: 'customer', unit: '%', better: 'higher' },
  { title: 'Handling time', kind: 'operational', unit: 'min', better: 'lower' },
  { title: 'On time', kind: 'operational', unit: '%', better: 'higher' },
  { title: 'Conversion', kind: 'behavioural', unit: '%', better: 'higher' },
  { title: 'Attrition', kind: 'behavioural', unit: '%', better: 'lower' },
];
