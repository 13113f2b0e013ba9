import { expect, it } from 'vitest';
import { run } from '../../../shared/commands/command.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, gapsOf, rate } from './finding.ts';

const journey = () =>
  rate(
    drawMap(`
            | buy: compares | orders  | use: waits | pays
    sales   | chat, call    | sign, x |            |
    field   |               |         | visit, y   |
    billing |               |         |            | bill, z`),
    1,
    0,
    0,
    1,
  );

it('[no-persona] asks a grown map once whose journey it is, and adds a persona', () => {
  const doc = journey();
  const finding = gapsOf(doc).find(({ rule }) => rule === 'no-persona');
  if (finding?.fix?.kind !== 'command') return expect.unreachable();
  expect(
    run(
      doc,
      finding.fix.command,
      finding.fix.input(() => 'new', finding.id),
      'test',
    ),
  ).toEqual({ status: 'done' });
  expect(found(doc, 'no-persona')).toEqual([]);
});

it('[no-persona] waits while a map is just begun', () => {
  expect(found(rate(drawMap('x | a: b\nsales | chat'), 1), 'no-persona')).toEqual([]);
});
