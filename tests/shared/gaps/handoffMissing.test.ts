import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, gapsOf, messages, rate } from './finding.ts';

it('[handoff-missing] finds where departments change and nothing leads on', () => {
  const doc = drawMap(
    `
            | use: calls | leave: doubts
    service | call, note |
    keep    |            | offer`,
    'call > note',
  );
  expect(found(doc, 'handoff-missing')).toEqual(['offer']);
  expect(messages(doc, 'handoff-missing')).toEqual([
    'service works at “calls”, keep at “doubts”; nothing leads there.',
  ]);
  // Two could hand over, so a person chooses which.
  expect(gapsOf(doc).find(({ rule }) => rule === 'handoff-missing')?.fix).toEqual({
    kind: 'link',
    label: 'Draw hand-off',
    from: 'note',
    to: null,
  });
});

it('[handoff-missing] looks past steps at which nobody works', () => {
  const doc = drawMap(
    `
          | buy: asks | thinks | orders | use: waits
    sales | chat      |        | sign   |
    field |           |        |        | visit`,
    'chat > sign',
  );
  expect(found(doc, 'handoff-missing')).toEqual(['visit']);
  expect(gapsOf(doc).find(({ rule }) => rule === 'handoff-missing')?.fix).toMatchObject({ from: 'sign', to: 'visit' });
});

it('[handoff-missing] counts no hand-off that leads the other way', () => {
  const doc = drawMap(
    `
          | buy: asks | use: waits
    sales | chat      |
    field |           | visit`,
    'visit > chat',
  );
  expect(found(doc, 'handoff-missing')).toEqual(['visit']);
});

it('[handoff-missing] speaks when a journey is drawn without any hand-off', () => {
  const doc = drawMap(`
            | buy: asks | use: waits | pays | leave: goes
    sales   | chat      |            |      |
    field   |           | visit      |      |
    billing |           |            | bill |
    keep    |           |            |      | offer`);
  expect(found(doc, 'handoff-missing')).toEqual(['visit', 'bill', 'offer']);
});

it('[handoff-missing] waits while a map is just begun', () => {
  const doc = drawMap(`
          | buy: asks | use: waits
    sales | chat      |
    field |           | visit`);
  expect(found(doc, 'handoff-missing')).toEqual([]);
});

it('[handoff-missing] is silent where departments change in part', () => {
  const doc = drawMap(
    `
          | buy: asks | orders | use: waits
    sales | chat      | sign   | call
    field |           |        | visit`,
    'chat > sign',
  );
  expect(found(doc, 'handoff-missing')).toEqual([]);
});

it('[handoff-missing] is silent where a chain leads there over another step, an earlier or a later one', () => {
  const earlier = drawMap(
    `
            | buy: asks | pays | use: waits
    sales   | chat      |      |
    billing |           | bill |
    field   |           |      | visit`,
    'chat > bill',
    'chat > visit',
  );
  expect(found(earlier, 'handoff-missing')).toEqual([]);
  const later = drawMap(
    `
          | buy: asks | use: waits | plans
    sales | chat      |            |
    field |           | visit      |
    desk  |           |            | schedule`,
    'chat > schedule > visit',
  );
  expect(found(later, 'handoff-missing')).toEqual([]);
});

it('[handoff-missing] is silent about third parties', () => {
  const doc = drawMap(
    `
                | buy: asks | reads  | orders | pays
    sales       | chat      |        | sign   | bill
    competitors |           | report |        |`,
    'sign > bill',
  );
  expect(found(doc, 'handoff-missing')).toEqual([]);
});

it('[handoff-missing] is silent about what the company does behind the scenes', () => {
  const doc = drawMap(
    `
            | buy: asks | prices | orders
    sales   | chat      |        | sign
    data -  |           | table  |`,
    'chat > sign',
    'table > sign',
  );
  expect(found(doc, 'handoff-missing')).toEqual(['table']);
  change(doc, 'touchpoint', 'table', { channel: 'internal system' });
  expect(found(doc, 'handoff-missing')).toEqual([]);
  // A step that somebody rated is one that the customer lives through.
  expect(found(rate(doc, 1, -1, 1), 'handoff-missing')).toEqual(['table']);
});
