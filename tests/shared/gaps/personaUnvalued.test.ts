import { expect, it } from 'vitest';
import { addPersona } from '../../../shared/commands/addPersona.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { change, found, messages } from './finding.ts';

it('[persona-unvalued] finds a persona that is known and has no profitability', () => {
  const doc = drawMap('x | a: b\nsales | chat');
  must(doc, addPersona, { id: idOf('families'), fields: { name: 'Families', share: 40 } });
  expect(messages(doc, 'persona-unvalued')).toEqual(['Nobody said how profitable “Families” is.']);
  expect(found(change(doc, 'persona', 'families', { profitability: 'low' }), 'persona-unvalued')).toEqual([]);
});

it('[persona-unvalued] waits while a persona is only a name', () => {
  const doc = drawMap('x | a: b\nsales | chat');
  must(doc, addPersona, { id: idOf('families'), fields: { name: 'Families' } });
  expect(found(doc, 'persona-unvalued')).toEqual([]);
});
