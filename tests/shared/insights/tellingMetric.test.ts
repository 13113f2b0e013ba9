import { describe, expect, it } from 'vitest';
import { tellingMetric } from '../../../shared/insights/tellingMetric.ts';
import type { Metric } from '../../../shared/model/records.ts';

const metric = (title: string, value: number | null, rest: Partial<Metric> = {}) =>
  ({
    title,
    values: value === null ? [] : [{ date: '2026-01-31', value }],
    target: null,
    better: 'higher',
    unit: '',
    ...rest,
  }) as Metric;

describe('tellingMetric', () => {
  it('is the one that misses its target most', () => {
    const metrics = [metric('NPS', 40, { target: 30 }), metric('CSAT', 3, { target: 4 }), metric('Calls', 9)];
    expect(tellingMetric(metrics)).toMatchObject({ title: 'CSAT', value: '3', tone: 'bad' });
  });
  it('knows that less can be better', () => {
    const waits = metric('Wait', 4, { target: 5, better: 'lower', unit: 'min' });
    expect(tellingMetric([waits])).toMatchObject({ value: '4 min', tone: 'good' });
  });
  it('is nothing where nothing was measured', () => {
    expect(tellingMetric([metric('NPS', null, { target: 30 })])).toBeNull();
  });
  it('says long names by their initials, and in full beside', () => {
    expect(tellingMetric([metric('First-contact resolution', 62, { unit: '%' })])).toEqual({
      name: 'First-contact resolution',
      title: 'FCR',
      value: '62%',
      tone: 'plain',
    });
  });
});
