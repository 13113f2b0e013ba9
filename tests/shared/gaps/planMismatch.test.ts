import { expect, it } from 'vitest';
import { run } from '../../../shared/commands/command.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, gapsOf, messages } from './finding.ts';

const journey = () =>
  drawMap(`
            | buy: compares | use: installs
    sales   | chat          |
    field   |               | visit
    billing |               |`);

const expecting = (...lanes: string[]) =>
  change(journey(), 'stage', 'use', { expects: lanes.map((lane) => idOf<'lane'>(lane)) });

it('[plan-mismatch] finds a department that was expected and is not there', () => {
  expect(messages(expecting('field', 'billing'), 'plan-mismatch')).toEqual([
    'billing is expected in the stage “use” and has no touchpoint there.',
  ]);
});

it('[plan-mismatch] finds one that is there and was not expected, and expects it', () => {
  const doc = expecting('billing');
  expect(messages(doc, 'plan-mismatch')).toContain(
    'field works in the stage “use”, where the plan does not expect it.',
  );
  const surprise = gapsOf(doc).find(({ rule, departments }) => rule === 'plan-mismatch' && departments[0] === 'field');
  if (surprise?.fix?.kind !== 'command') return expect.unreachable();
  expect(
    run(
      doc,
      surprise.fix.command,
      surprise.fix.input(() => 'new', surprise.id),
      'test',
    ),
  ).toEqual({ status: 'done' });
  expect(messages(doc, 'plan-mismatch')).toHaveLength(1);
});

it('[plan-mismatch] is silent where plan and map agree, where nobody planned and where nobody drew', () => {
  expect(found(expecting('field'), 'plan-mismatch')).toEqual([]);
  expect(found(journey(), 'plan-mismatch')).toEqual([]);
  const empty = drawMap(`
          | buy: compares
    sales |`);
  expect(found(change(empty, 'stage', 'buy', { expects: [idOf('sales')] }), 'plan-mismatch')).toEqual([]);
});
