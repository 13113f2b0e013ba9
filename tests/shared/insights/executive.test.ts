import { describe, expect, it } from 'vitest';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { changeItems } from '../../../shared/commands/changeItems.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { executiveSummary, shortMoney } from '../../../shared/insights/executive.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';

const today = '2026-11-14';

function sample() {
  let last = 0;
  const map = readMap(sampleMap('broadband', { newId: () => `item-${++last}`, today, clientId: 1 }));
  return { map, findings: findGaps(map, today) };
}

describe('executiveSummary', () => {
  it('says what breaks and where the customer feels it', () => {
    const { map, findings } = sample();
    const { headline, low, high } = executiveSummary(map, findings);
    expect(headline).toMatch(/^\w+ of \w+ hand-offs break\. The customer feels it most at “.+”\.$/);
    expect(headline).toContain(low?.title);
    expect(low?.value).toBeLessThan(0);
    expect(high?.value).toBeGreaterThan(0);
  });
  it('has three figures, and the worst gaps with who answers for them', () => {
    const { map, findings } = sample();
    const { figures, fixes, furtherGaps } = executiveSummary(map, findings);
    expect(figures).toHaveLength(3);
    expect(figures[1]?.label).toMatch(/high gaps?, (none|\d+) owned/);
    expect(fixes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(fixes.some(({ owner }) => owner !== null)).toBe(true);
    const dismissed = map.gapStates.list.filter(({ answer }) => answer.status === 'dismissed').length;
    const told = fixes.reduce((sum, { alike }) => sum + 1 + alike, 0);
    expect(furtherGaps).toBe(findings.length - dismissed - told);
  });
  it('says the same gap at several places once, unless somebody has taken one of them on', () => {
    const doc = drawMap(
      '| buy: compare | order | use: install\nsales | chat | web |\nfield | | | visit',
      'chat > visit',
      'web > visit',
    );
    must(doc, changeItems, {
      kind: 'step',
      ids: ['compare', 'order', 'install'],
      fields: { emotions: [{ persona: 'everyone', value: 1 }] },
    });
    const read = () => {
      const map = readMap(doc);
      return executiveSummary(map, findGaps(map, today)).fixes.filter(
        ({ title }) => title === 'Nobody owns this hand-off',
      );
    };
    expect(read()).toMatchObject([{ alike: 1, message: expect.stringMatching(/One more is like it\.$/) }]);
    const person = idOf<'person'>('ann');
    must(doc, addPerson, { id: person, fields: { name: 'Ann' } });
    must(doc, answerGap, { finding: read()[0]?.id ?? idOf(''), answer: { status: 'assigned', to: person, due: null } });
    expect(read().map(({ alike, owner }) => [alike, owner?.name])).toEqual([
      [0, 'Ann'],
      [0, undefined],
    ]);
  });
  it('is the same for the same map', () => {
    const [one, other] = [sample(), sample()];
    expect(executiveSummary(one.map, one.findings)).toEqual(executiveSummary(other.map, other.findings));
  });
  it('has words for a map on which nothing is drawn', () => {
    const map = readMap(newMapDoc('', 1));
    expect(executiveSummary(map, [])).toMatchObject({
      title: 'Untitled map',
      headline: 'Nothing is drawn on this map yet.',
      low: null,
      high: null,
      fixes: [],
    });
  });
  it('does not speak of feelings that nobody rated, nor of a low point that is none', () => {
    const doc = drawMap('| buy: compare\nsales | chat');
    expect(executiveSummary(readMap(doc), []).headline).toBe(
      'No high gap is open. Nobody has said yet how the customer feels.',
    );
    must(doc, changeItems, {
      kind: 'step',
      ids: ['compare'],
      fields: { emotions: [{ persona: 'everyone', value: 1 }] },
    });
    const { headline, low } = executiveSummary(readMap(doc), []);
    expect(headline).toContain('The customer never feels worse than neutral.');
    expect(low).toBeNull();
  });
});

describe('shortMoney', () => {
  it('rounds to what a headline needs', () => {
    expect(shortMoney(412_300, 'GBP')).toBe('£412k');
    expect(shortMoney(1_234_567, 'EUR')).toBe('€1.2m');
    expect(shortMoney(999_960, 'USD')).toBe('$1m');
    expect(shortMoney(42, 'EUR')).toBe('€42');
    expect(shortMoney(5_000, 'CHF')).toBe('CHF\u00a05k');
  });
});
