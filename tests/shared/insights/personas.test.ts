import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { emotionLines } from '../../../shared/insights/emotionLine.ts';
import { personaLens } from '../../../shared/insights/personaLens.ts';
import { EVERYONE, emotionOf } from '../../../shared/model/emotion.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { must } from '../../support/mapBuilder.ts';
import { TODAY } from '../gaps/finding.ts';
import { countingIds } from '../import/importing.ts';

const sampleDoc = () => sampleMap('broadband', { newId: countingIds(), today: TODAY });

it('a line for everyone and one for each persona, with its lowest step', () => {
  const lines = emotionLines(readMap(sampleDoc())).map(({ persona, values, lowest }) => ({
    name: persona?.name ?? EVERYONE,
    values,
    lowest: lowest && `${lowest.step.title} ${lowest.value}`,
  }));
  expect(lines).toEqual([
    { name: EVERYONE, values: [0, 1, 1, -2, 2, -1, 0, -1, -1], lowest: 'Waits for the engineer -2' },
    { name: 'Busy family', values: [0, 1, 1, -2, 2, -1, 0, -1, -1], lowest: 'Waits for the engineer -2' },
    { name: 'Price switcher', values: [0, 2, 1, -1, 2, -2, 0, -2, -1], lowest: 'First bill arrives -2' },
  ]);
});

it('through a persona, gaps speak of what they feel and of their share of the money', () => {
  const map = readMap(sampleDoc());
  const saver = map.personas.list.find(({ name }) => name === 'Price switcher')!;
  const [all, own] = [findGaps(map, TODAY), findGaps(personaLens(map, saver), TODAY)];
  const truth = (findings: typeof all) => findings.find(({ rule }) => rule === 'bad-moment-of-truth')?.message;
  expect(truth(all)).toContain('feels −2');
  expect(truth(own)).toContain('feels −1');
  const repeat = (findings: typeof all) => findings.find(({ rule }) => rule === 'repeated-information');
  expect(repeat(own)?.moneyAtStake).toBeCloseTo((repeat(all)?.moneyAtStake ?? 0) * 0.4);
  expect(repeat(own)?.id).toBe(repeat(all)?.id);
});

it('a persona without a share stands for all customers', () => {
  const doc = sampleDoc();
  const [first] = readMap(doc).personas.list;
  must(doc, changeItems, changeOf('persona', first!.id, { share: null }));
  const map = readMap(doc);
  expect(personaLens(map, map.personas.list[0]!).touchpoints).toBe(map.touchpoints);
});

it('on any map, everyone feels through the lens what the persona feels without it', () => {
  fc.assert(
    fc.property(arbitraryMap, (doc) => {
      const map = readMap(doc);
      const [persona] = map.personas.list;
      const seen = personaLens(map, persona!);
      for (const step of map.steps.list) {
        expect(emotionOf(seen.steps.get(step.id)!)).toBe(emotionOf(step, persona!.id));
      }
      expect(seen.steps.list.map(({ id }) => id)).toEqual(map.steps.list.map(({ id }) => id));
    }),
    { numRuns: 40 },
  );
});
