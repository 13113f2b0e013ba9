import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { rules } from '../../../shared/gaps/index.ts';
import { COLLECTIONS } from '../../../shared/model/collections.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { fieldTable } from '../../../shared/model/records.ts';
import { skippedIn } from '../../../shared/model/snapshot.ts';
import { refuseFields } from '../../../shared/model/writeRecord.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { must } from '../../support/mapBuilder.ts';
import { BROKEN_RULES, breakRule } from '../../support/oneGapEach.ts';
import { countingIds } from '../import/importing.ts';
import { TODAY } from './finding.ts';

const sound = (today = TODAY) => sampleMap('glasses', { newId: countingIds(), today });
const found = (doc: Y.Doc) => findGaps(readMap(doc), TODAY);

describe('the map without gaps', () => {
  it('has none, and is a whole map with everything the rules ask about', () => {
    const map = readMap(sound());
    expect(found(sound())).toEqual([]);
    expect(outlineOf(map).unplaced).toEqual({ steps: [], touchpoints: [], notes: [] });
    expect(skippedIn(map)).toBe(0);
    for (const collection of COLLECTIONS) {
      for (const { id: _, ...fields } of map[collection].list)
        expect(refuseFields(fieldTable(collection), fields)).toBeNull();
    }
    // Nothing is quiet because it is not there.
    for (const collection of COLLECTIONS) if (collection !== 'gapStates') expect(map[collection].list).not.toEqual([]);
    expect(map.stages.list.every(({ expects }) => expects.length > 0)).toBe(true);
    expect(map.steps.list.every(({ emotions, belief }) => emotions.length > 0 && belief !== null)).toBe(true);
    expect(map.metrics.list.some(({ rewarded }) => rewarded)).toBe(true);
  });

  it.each(['2026-01-01', '2026-03-31', '2027-02-28', '2028-02-29'])('has none when it is made on %s', (today) => {
    expect(findGaps(readMap(sound(today)), today)).toEqual([]);
  });
});

describe('one change to it makes one gap', () => {
  it('every rule is tried', () => expect(BROKEN_RULES.toSorted()).toEqual(rules.map(({ id }) => id).toSorted()));

  it.each(BROKEN_RULES.filter((rule) => rule !== 'gap-unanswered'))('[%s] and no other', (rule) => {
    const doc = breakRule(sound(), rule);
    // The team has begun to answer gaps, so a high one asks to be taken up: somebody does.
    for (const { id, severity } of found(doc)) {
      if (severity !== 'high') continue;
      const to = readMap(doc).people.list[0]!.id;
      must(doc, answerGap, { finding: id, answer: { status: 'assigned', to, due: null } });
    }
    expect(found(doc).map((finding) => finding.rule)).toEqual([rule]);
  });

  it('[gap-unanswered] beside the gap that nobody took up', () => {
    const rulesFound = found(breakRule(sound(), 'gap-unanswered')).map((finding) => finding.rule);
    expect(rulesFound).toEqual(['handoff-unowned', 'gap-unanswered']);
  });
});

describe('one map with one gap of every rule', () => {
  // Without a persona none can lack a value; without money or metrics there is none to be wrong.
  const ALONE = ['no-persona', 'no-money', 'unmeasured'];
  const together = BROKEN_RULES.filter((rule) => !ALONE.includes(rule));

  it('36 of the 39 stand on it together, each once; the other three take away what those need', () => {
    const doc = sound();
    for (const rule of together) breakRule(doc, rule);
    const rulesFound = found(doc).map((finding) => finding.rule);
    expect(rulesFound.toSorted()).toEqual(together.toSorted());
  });
});
