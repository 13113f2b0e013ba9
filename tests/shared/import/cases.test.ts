import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTable } from '../../../shared/import/table.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { cardsIn, handoffsIn, imported } from './importing.ts';

const cases = new URL('../../support/cases/', import.meta.url);

/** What a person counts in the file. */
const counts: Readonly<
  Record<string, Readonly<Record<'stages' | 'steps' | 'lanes' | 'touchpoints' | 'handoffs', number>>>
> = {
  'business-bank-onboarding.csv': { stages: 5, steps: 8, lanes: 4, touchpoints: 8, handoffs: 9 },
  'hospital-hip-fracture-pathway.csv': { stages: 6, steps: 14, lanes: 7, touchpoints: 16, handoffs: 17 },
  'nng-switching-mobile-plan.csv': { stages: 4, steps: 9, lanes: 4, touchpoints: 7, handoffs: 6 },
  'rail-europe-experience-map.csv': { stages: 6, steps: 14, lanes: 6, touchpoints: 29, handoffs: 23 },
  'va-outpatient-check-in.csv': { stages: 5, steps: 8, lanes: 5, touchpoints: 13, handoffs: 14 },
};

it.each(readdirSync(cases))('%s is imported without losing a row, and without a warning', (file) => {
  const text = readFileSync(new URL(file, cases), 'utf8');
  const { map, warnings } = imported(text);
  expect(warnings).toEqual([]);
  expect({
    stages: map.stages.list.length,
    steps: map.steps.list.length,
    lanes: map.lanes.list.length,
    touchpoints: map.touchpoints.list.length,
    handoffs: map.handoffs.list.length,
  }).toEqual(counts[file]);
  expect(outlineOf(map).unplaced).toEqual({ steps: [], touchpoints: [], notes: [] });

  const [heading = [], ...rows] = parseTable(text)?.rows ?? [];
  const cell = (row: readonly string[], column: string) => row[heading.indexOf(column)] ?? '';
  const withTouchpoint = rows.filter((row) => cell(row, 'Touchpoint') !== '');
  expect(cardsIn(map)).toEqual(
    withTouchpoint.map((row) => `${cell(row, 'Step')} / ${cell(row, 'Department')}: ${cell(row, 'Touchpoint')}`),
  );
  const linked = rows.flatMap((row) => cell(row, 'Hands off to').split(' | ').filter(Boolean));
  expect(handoffsIn(map).map((line) => line.replace(/^.* -> (.*) \(.*\)$/, '$1'))).toEqual(linked);
});
