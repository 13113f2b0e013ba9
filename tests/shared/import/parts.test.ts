import { describe, expect, it } from 'vitest';
import { readAmount, readFeeling, readFlag } from '../../../shared/import/cells.ts';
import { decodeTable } from '../../../shared/import/decode.ts';
import { readMetrics } from '../../../shared/import/metricText.ts';
import { guessLifecycle } from '../../../shared/model/lifecycle.ts';

it.each([
  ['Marketing', 'marketing'],
  ['Purchase', 'sales'],
  ['Onboarding', 'service'],
  ['After-sales', 'service'],
  ['Cancellation', 'dismissal'],
  ['Pre-sales', 'sales'],
  ['Post-Booking, Pre-Travel', 'other'],
  ['After the purchase', 'other'],
  ['Sales & marketing', 'other'],
  ['Research & Planning', 'other'],
])('the stage “%s” is tagged %s', (title, lifecycle) => {
  expect(guessLifecycle(title)).toBe(lifecycle);
});

describe('metrics in words', () => {
  it.each([
    [
      'first-time completeness, target >80%, current not measured',
      { title: 'first-time completeness', target: 80, unit: '%', better: 'higher' },
    ],
    [
      'average call time, target 2 minutes',
      { title: 'average call time', target: 2, unit: 'minutes', better: 'lower' },
    ],
    ['time to answer, target at most 30 s', { target: 30, unit: 's', better: 'lower' }],
    ['revenue per order, target: €12.50', { target: 12.5, unit: '€', kind: 'financial', better: 'higher' }],
    ['CSAT', { title: 'CSAT', kind: 'customer', better: 'higher' }],
    ['churn', { title: 'churn', kind: 'behavioural', better: 'lower' }],
  ])('%s', (text, expected) => {
    expect(readMetrics(text)).toMatchObject([expected]);
  });

  it.each([
    'comparison of plans (target: exists)',
    'booking fee 7% via contact centre, 5% online',
    'NPS, target better than the market',
    'orders, target 1,200',
    'wait 15 minutes',
    'NPS, current 32',
  ])('stays as it is where a number would be a guess: %s', (text) => {
    const [metric] = readMetrics(text);
    expect(metric?.title).toBe(text);
    expect(metric?.target).toBeUndefined();
  });

  it('separates at semicolons and lines', () => {
    expect(readMetrics('phone volume; processing time\nCES;').map(({ title }) => title)).toEqual([
      'phone volume',
      'processing time',
      'CES',
    ]);
  });
});

describe('single cells', () => {
  it.each([
    ['2', 2],
    ['+1', 1],
    ['−1', -1],
    ['–2', -2],
    ['-0', 0],
    ['1.0', 1],
    ['3', null],
    ['', null],
    ['good', null],
  ])('feeling %j', (cell, value) => {
    expect(readFeeling(cell)).toBe(value);
  });

  it.each([
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200,50', 1200.5],
    ['£1,234.56', 1234.56],
    ['12.5', 12.5],
    ['1.234.567', 1234567],
    ['about 5', null],
    ['-3', null],
    ['1,2,3', null],
  ])('amount %j', (cell, value) => {
    expect(readAmount(cell)).toBe(value);
  });

  it.each([
    ['X', true],
    ['No', false],
    ['perhaps', null],
  ])('flag %j', (cell, value) => {
    expect(readFlag(cell)).toBe(value);
  });
});

describe('bytes become text', () => {
  const utf16 = (text: string, littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    [...text].forEach((unit, index) => {
      view.setUint16(index * 2, unit.charCodeAt(0), littleEndian);
    });
    return new Uint8Array(view.buffer);
  };

  it.each([
    ['UTF-8', new TextEncoder().encode('Café – „gut“')],
    ['Windows-1252', Uint8Array.from([67, 97, 102, 0xe9, 32, 0x96, 32, 0x84, 103, 117, 116, 0x93])],
    ['UTF-16, little end first', utf16('\ufeffCafé – „gut“', true)],
    ['UTF-16, big end first', utf16('\ufeffCafé – „gut“', false)],
  ])('%s', (_name, bytes) => {
    expect(decodeTable(bytes).replace('\ufeff', '')).toBe('Café – „gut“');
  });

  it('takes long files', () => {
    expect(decodeTable(new Uint8Array(300_001).fill(0xe9))).toBe('é'.repeat(300_001));
  });
});
