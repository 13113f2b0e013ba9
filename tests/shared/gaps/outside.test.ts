import { expect, it } from 'vitest';
import { isOutside } from '../../../shared/gaps/outside.ts';

it.each([
  'Competitors and third parties',
  'Third-party sites',
  'third party',
  'Review sites (external)',
  'External service providers',
  'Customer',
  'Customer actions',
  'The patient',
])('“%s” shows people the company cannot give orders to', (title) => {
  expect(isOutside({ title }, [])).toBe(true);
});

it.each([
  'Customer service',
  'Customer Relations (refunds)',
  'Third-party risk',
  'Competitor analysis',
  'External affairs',
  'Partner garages',
  'Patient transport',
  'Sales',
  '',
])('“%s” is a department of the company', (title) => {
  expect(isOutside({ title }, [])).toBe(false);
});
