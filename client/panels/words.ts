import type {
  CADENCES,
  INFORMATION,
  INITIATIVE_STATUSES,
  Lifecycle,
  METRIC_KINDS,
  Note,
  PROFITABILITIES,
  Visibility,
} from '../../shared/model/records.ts';

/** What the values of the model are called on screen, in the order in which they are offered. */
type Options<T extends string> = readonly { readonly value: T; readonly label: string }[];

export const LIFECYCLE_OPTIONS: Options<Lifecycle> = [
  { value: 'marketing', label: 'Marketing' },
  { value: 'sales', label: 'Sales' },
  { value: 'service', label: 'Service' },
  { value: 'dismissal', label: 'Dismissal' },
  { value: 'other', label: 'Other' },
];

export const LANE_KIND_OPTIONS: Options<'department' | 'notes'> = [
  { value: 'department', label: 'Department' },
  { value: 'notes', label: 'Notes' },
];

export const VISIBILITY_OPTIONS: Options<Visibility> = [
  { value: 'frontstage', label: 'Frontstage' },
  { value: 'backstage', label: 'Backstage' },
  { value: 'support', label: 'Support' },
];

export const NOTE_KIND_OPTIONS: Options<Note['kind']> = [
  { value: 'pain', label: 'Pain' },
  { value: 'idea', label: 'Idea' },
  { value: 'quote', label: 'Quote' },
];

export const INFORMATION_OPTIONS: Options<(typeof INFORMATION)[number] | 'unknown'> = [
  { value: 'all', label: 'All' },
  { value: 'some', label: 'Some' },
  { value: 'none', label: 'None' },
  { value: 'unknown', label: 'Not known' },
];

export const METRIC_KIND_OPTIONS: Options<(typeof METRIC_KINDS)[number]> = [
  { value: 'operational', label: 'Operational' },
  { value: 'customer', label: 'Customer' },
  { value: 'behavioural', label: 'Behavioural' },
  { value: 'financial', label: 'Financial' },
];

export const BETTER_OPTIONS: Options<'higher' | 'lower'> = [
  { value: 'higher', label: 'Higher is better' },
  { value: 'lower', label: 'Lower is better' },
];

export const CADENCE_OPTIONS: Options<(typeof CADENCES)[number] | 'unknown'> = [
  { value: 'unknown', label: 'Not said' },
  { value: 'daily', label: 'Daily' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'monthly', label: 'Monthly' },
  { value: 'quarterly', label: 'Quarterly' },
  { value: 'yearly', label: 'Yearly' },
];

export const PROFITABILITY_OPTIONS: Options<(typeof PROFITABILITIES)[number] | 'unknown'> = [
  { value: 'unknown', label: 'Not known' },
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'low', label: 'Low' },
  { value: 'loss', label: 'Costs more than it brings' },
];

export const INITIATIVE_STATUS_OPTIONS: Options<(typeof INITIATIVE_STATUSES)[number]> = [
  { value: 'idea', label: 'Idea' },
  { value: 'planned', label: 'Planned' },
  { value: 'doing', label: 'Under way' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
];

export const SCALE_OPTIONS: Options<'1' | '2' | '3' | '4' | '5' | 'unknown'> = [
  { value: 'unknown', label: 'Not known' },
  { value: '1', label: '1, least' },
  { value: '2', label: '2' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '5', label: '5, most' },
];

/** "Not known" is a choice on screen and nothing in the document. */
export const orNull = <T extends string>(value: T | 'unknown'): T | null => (value === 'unknown' ? null : value);
