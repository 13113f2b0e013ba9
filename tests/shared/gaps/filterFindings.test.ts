import { expect, it } from 'vitest';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { noteSolved } from '../../../shared/commands/noteSolved.ts';
import { gapsWithAnswers } from '../../../shared/gaps/answers.ts';
import { filterFindings, type GapFilter, NO_FILTER } from '../../../shared/gaps/filterFindings.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { solvedLog } from '../../../shared/gaps/solvedLog.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { must } from '../../support/mapBuilder.ts';
import { countingIds } from '../import/importing.ts';
import { TODAY } from './finding.ts';

const doc = sampleMap('broadband', { newId: countingIds(), today: TODAY });
const map = () => readMap(doc);
const all = () => gapsWithAnswers(map(), findGaps(map(), TODAY));
const shown = (filter: Partial<GapFilter>) => filterFindings(map(), all(), { ...NO_FILTER, ...filter });
const idNamed = (list: readonly { id: string; title: string }[], title: string) =>
  list.find((item) => item.title === title)!.id;

it('no filter shows all', () => expect(shown({})).toHaveLength(all().length));

it('by department, stage, severity and rule', () => {
  const field = shown({ department: idNamed(map().lanes.list, 'Field') });
  expect(field.length).toBeGreaterThan(2);
  expect(field.length).toBeLessThan(all().length);
  const leaving = shown({ stage: idNamed(map().stages.list, 'Leaving') });
  expect(leaving.map(({ rule }) => rule)).toContain('bad-ending');
  expect(leaving.map(({ rule }) => rule)).not.toContain('repeated-information');
  expect(shown({ severity: 'high' }).every(({ severity }) => severity === 'high')).toBe(true);
  expect(shown({ rule: 'rewarded-speed' })).toHaveLength(1);
  expect(shown({ rule: 'rewarded-speed', severity: 'high' })).toEqual([]);
});

it('by who has to do with it, and by how far it was taken up', () => {
  const mika = map().people.list.find(({ name }) => name === 'Mika Koch')!;
  const first = all()[0]!;
  const before = shown({ owner: mika.id }).map(({ id }) => id);
  expect(before).toContain(idOf(`bad-moment-of-truth:${idNamed(map().steps.list, 'Waits for the engineer')}`));
  const free = all().find(({ id }) => !before.includes(id))!;
  must(doc, answerGap, { finding: free.id, answer: { status: 'assigned', to: mika.id, due: '2027-01-01' } });
  expect(shown({ owner: mika.id }).map(({ id }) => id)).toContain(free.id);
  expect(shown({ status: 'assigned' }).map(({ id }) => id)).toEqual([free.id]);
  expect(shown({ status: 'planned' }).every(({ initiatives }) => initiatives.length > 0)).toBe(true);
  expect(shown({ status: 'open' }).map(({ id }) => id)).toContain(first.id);
});

it('the log tells what is solved, the newest first, and not what is there again', () => {
  const solution = (at: string) => ({ title: 'It misses its target', message: 'It was late', by: 'Mika', at });
  must(doc, noteSolved, {
    solved: [
      { finding: idOf('off-target:gone'), solution: solution('2026-11-20T10:00:00.000Z') },
      { finding: idOf('off-target:later'), solution: solution('2026-11-21T10:00:00.000Z') },
      { finding: all()[0]!.id, solution: solution('2026-11-22T10:00:00.000Z') },
    ],
  });
  expect(solvedLog(map(), all()).map(({ finding }) => finding)).toEqual(['off-target:later', 'off-target:gone']);
});
