import fc from 'fast-check';
import { expect, it } from 'vitest';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { snapshotOf } from '../../../shared/model/snapshotOf.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { countingIds } from '../import/importing.ts';

it('a presented map reads as the map it was presented from', () => {
  const sample = readMap(sampleMap('broadband', { newId: countingIds(), today: '2026-11-22' }));
  expect(snapshotOf(presentMap('id', sample))).toEqual(sample);
  fc.assert(
    fc.property(arbitraryMap, (doc) => {
      const map = readMap(doc);
      const again = snapshotOf(JSON.parse(JSON.stringify(presentMap('id', map))));
      expect(presentMap('id', again)).toEqual(presentMap('id', map));
      expect(again).toEqual(map);
    }),
    { numRuns: 50 },
  );
});
