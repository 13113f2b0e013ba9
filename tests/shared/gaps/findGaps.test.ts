import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { gapsWithAnswers } from '../../../shared/gaps/answers.ts';
import { findingId } from '../../../shared/gaps/findingId.ts';
import { rules } from '../../../shared/gaps/index.ts';
import { presentGaps } from '../../../shared/gaps/presentGaps.ts';
import { SEVERITIES } from '../../../shared/gaps/rule.ts';
import { idOf, isId } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { change, gapsOf, own, rate } from './finding.ts';

const journey = () =>
  drawMap(
    `
            | buy: compare | order   | use: install | settle
    sales   | chat         | confirm |              |
    field   |              |         | visit        |
    billing |              |         |              | bill`,
    'chat > confirm > visit > bill',
  );

const handoffs = (doc: ReturnType<typeof journey>) =>
  gapsOf(doc)
    .filter(({ rule }) => rule === 'handoff-unowned')
    .map(({ items }) => items[0]?.id);

describe('the worst comes first', () => {
  it('by severity', () => {
    const severities = gapsOf(rate(journey(), 1, 1, -2, -2)).map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(new Set(severities).size).toBeGreaterThan(1);
    expect(severities).toEqual(severities.toSorted());
  });

  it('then by money at stake, even against a worse emotion', () => {
    const doc = rate(journey(), 0, -2, -2, 1);
    expect(handoffs(doc)).toEqual(['confirm:visit', 'visit:bill']);
    change(doc, 'touchpoint', 'bill', { customersPerMonth: 100, moneyEach: 5 });
    expect(handoffs(doc)).toEqual(['visit:bill', 'confirm:visit']);
    expect(gapsOf(doc)[0]).toMatchObject({ moneyAtStake: 500, emotion: -2 });
  });

  it('then by how bad the emotion is, the unrated last', () => {
    const doc = rate(journey(), null, null, null, -1);
    expect(handoffs(doc)).toEqual(['visit:bill', 'confirm:visit']);
  });

  it('then along the journey', () => {
    expect(handoffs(journey())).toEqual(['confirm:visit', 'visit:bill']);
  });
});

describe('answers', () => {
  it('dismissed findings come last and have no number; the others close ranks', () => {
    const doc = journey();
    const [first, second] = gapsOf(doc);
    must(doc, answerGap, { finding: first!.id, answer: { status: 'dismissed', reason: 'Not ours' } });
    own(doc, 'Mia');
    must(doc, answerGap, { finding: second!.id, answer: { status: 'assigned', to: idOf('Mia'), due: null } });
    must(doc, addInitiative, { id: idOf('plan'), fields: { title: 'Plan', gaps: [second!.id] } });
    const answered = gapsWithAnswers(readMap(doc), gapsOf(doc));
    expect(answered[0]).toMatchObject({
      id: second!.id,
      number: 1,
      answer: { status: 'assigned' },
      initiatives: ['plan'],
    });
    expect(answered.at(-1)).toMatchObject({ id: first!.id, number: null, answer: { reason: 'Not ours' } });
    expect(answered.slice(0, -1).map(({ number }) => number)).toEqual(
      answered.slice(0, -1).map((_, index) => index + 1),
    );
  });

  it('an answer stays with its finding while the map changes around it', () => {
    const doc = journey();
    const before = gapsOf(doc).find(({ rule }) => rule === 'handoff-unowned')!.id;
    change(doc, 'touchpoint', 'confirm', { title: 'Confirmation sent' });
    change(doc, 'lane', 'field', { title: 'Engineers' });
    expect(gapsOf(doc).map(({ id }) => id)).toContain(before);
  });
});

it('findings as JSON name items and departments', () => {
  const doc = journey();
  const [gap] = presentGaps(readMap(doc), gapsOf(doc));
  expect(gap).toEqual({
    rule: 'handoff-unowned',
    severity: 'high',
    title: 'Nobody owns this hand-off',
    message: '“confirm” to “visit” crosses from sales to field without an owner.',
    items: [
      { kind: 'handoff', id: 'confirm:visit', title: 'confirm → visit' },
      { kind: 'touchpoint', id: 'confirm', title: 'confirm' },
      { kind: 'touchpoint', id: 'visit', title: 'visit' },
    ],
    departments: ['sales', 'field'],
  });
});

describe('ids', () => {
  it('stay ids however long the ids of items are', () => {
    const long = 'x'.repeat(200);
    expect(isId(findingId('handoff-missing', [{ id: long }, { id: long }]))).toBe(true);
    expect(findingId('a', [{ id: `${long}y` }])).not.toBe(findingId('a', [{ id: `${long}z` }]));
  });
});

it('every rule has an id, a title and a reason that names its source', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, title, why } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title.length).toBeLessThan(50);
    expect(why).toMatch(/\(.*\d{4}.*\)\.$/);
  }
});

it('RULES.md states every rule as it is', () => {
  const text = readFileSync(new URL('../../../shared/gaps/RULES.md', import.meta.url), 'utf8');
  const headings = [...text.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
  expect(headings.toSorted()).toEqual(
    rules.map(({ id, title, severity }) => `\`${id}\`: ${title} (${severity})`).toSorted(),
  );
  for (const { why } of rules) expect(text).toContain(`- **Why:** ${why}\n`);
});
