import { expect, it } from 'vitest';
import { addStage } from '../../../shared/commands/addStage.ts';
import { run } from '../../../shared/commands/command.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { found, gapsOf } from './finding.ts';

it('[stage-empty] finds a stage without steps, and adds one', () => {
  const doc = drawMap(`
          | buy: compares | orders | use: installs | leave:
    sales | chat          | sign   | call          |`);
  expect(found(doc, 'stage-empty')).toEqual(['leave']);
  const finding = gapsOf(doc).find(({ rule }) => rule === 'stage-empty');
  if (finding?.fix?.kind !== 'command') return expect.unreachable();
  expect(
    run(
      doc,
      finding.fix.command,
      finding.fix.input(() => 'new', finding.id),
      'test',
    ),
  ).toEqual({ status: 'done' });
  expect(found(doc, 'stage-empty')).toEqual([]);
});

it('[stage-empty] waits while stages are drawn first', () => {
  const doc = drawMap(`
          | buy: compares | orders | thinks
    sales | chat          | sign   |`);
  must(doc, addStage, { id: idOf('use'), fields: { title: 'use' } });
  expect(found(doc, 'stage-empty')).toEqual([]);
});
