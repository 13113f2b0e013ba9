import type { Column } from '../../../shared/import/columns.ts';

/** What a column can mean, in the words of the page. */
export const columnWords: Readonly<Record<Column, string>> = {
  stage: 'Stage',
  lifecycle: 'Lifecycle',
  step: 'Step',
  emotion: 'Emotion',
  persona: 'Persona',
  evidence: 'Evidence',
  belief: 'Belief',
  quote: 'Quote',
  momentOfTruth: 'Moment of truth',
  department: 'Department',
  visibility: 'Visibility',
  touchpoint: 'Touchpoint',
  description: 'Description',
  channel: 'Channel',
  owner: 'Owner',
  systems: 'Systems',
  customersPerMonth: 'Customers a month',
  costEach: 'Cost each',
  moneyEach: 'Money each',
  metrics: 'Metrics',
  handsOffTo: 'Hands off to',
  information: 'Information',
};
