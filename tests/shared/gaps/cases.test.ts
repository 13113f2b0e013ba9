import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { presentGaps } from '../../../shared/gaps/presentGaps.ts';
import { imported } from '../import/importing.ts';
import { caseExpectations } from './caseExpectations.ts';
import { TODAY } from './finding.ts';

const cases = new URL('../../support/cases/', import.meta.url);

it.each(readdirSync(cases))('%s: what a service designer expects, and nothing that would annoy them', (file) => {
  const { map } = imported(readFileSync(new URL(file, cases), 'utf8'));
  const gaps = presentGaps(map, findGaps(map, TODAY));
  const found = gaps.map(({ rule, items: [first] }) => `${rule}: ${first?.title}`);
  const { expected, annoying } = caseExpectations[file] ?? expect.unreachable(`${file} has no expectation`);
  expect(found.toSorted()).toEqual(expected.flatMap(({ findings }) => findings).toSorted());
  for (const { because, findings } of annoying) {
    for (const finding of findings) expect(found, because).not.toContain(finding);
  }
});
