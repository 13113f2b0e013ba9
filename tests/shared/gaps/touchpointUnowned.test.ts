import { expect, it } from 'vitest';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { change, found, messages, own } from './finding.ts';

const journey = () =>
  drawMap(`
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`);

it('[touchpoint-unowned] finds who has no owner as soon as there are people on the map', () => {
  const doc = own(journey(), 'Mia', 'chat');
  expect(found(doc, 'touchpoint-unowned')).toEqual(['confirm', 'visit']);
  expect(messages(doc, 'touchpoint-unowned')[1]).toBe('“visit” in field has no owner.');
});

it('[touchpoint-unowned] finds a touchpoint whose owner was deleted', () => {
  const doc = own(own(journey(), 'Mia', 'chat', 'confirm'), 'Tom', 'visit');
  must(doc, removeItems, { items: [{ kind: 'person', id: 'Tom' }] });
  expect(found(doc, 'touchpoint-unowned')).toEqual(['visit']);
});

it('[touchpoint-unowned] waits while a map is just begun', () => {
  expect(found(journey(), 'touchpoint-unowned')).toEqual([]);
});

it('[touchpoint-unowned] speaks when a whole journey is drawn without any owner', () => {
  const doc = drawMap(`
          | buy: compare | order         | use: install
    sales | chat         | confirm, call |
    field |              |               | visit, test`);
  // Five cards are a sketch.
  expect(found(doc, 'touchpoint-unowned')).toEqual([]);
  const journey = drawMap(`
          | buy: compare | order         | use: install
    sales | chat         | confirm, call | welcome
    field |              |               | visit, test`);
  expect(found(journey, 'touchpoint-unowned')).toHaveLength(6);
});

it('[touchpoint-unowned] leaves out third parties, competitors, customers and cards still being typed', () => {
  const doc = drawMap(`
                                | buy: compare
    Competitors and third parties | test report
    Customer                      | reads
    Field                         | visit
    Sales                         | chat`);
  own(doc, 'Mia', 'chat');
  change(doc, 'touchpoint', 'visit', { title: ' ' });
  expect(found(doc, 'touchpoint-unowned')).toEqual([]);
});

it('[touchpoint-unowned] leaves out what waits in the tray', () => {
  const doc = own(journey(), 'Mia', 'chat', 'confirm');
  must(doc, removeItems, { items: [{ kind: 'step', id: 'install' }] });
  expect(found(doc, 'touchpoint-unowned')).toEqual([]);
});

it('[touchpoint-unowned] [handoff-unowned] an owner makes no finding about others appear', () => {
  const doc = drawMap(`
          | buy: compare | order
    sales | chat, call   | confirm`);
  must(doc, addPerson, { id: idOf('Mia'), fields: { name: 'Mia' } });
  const before = found(doc, 'touchpoint-unowned');
  expect(found(own(doc, 'Mia', 'chat'), 'touchpoint-unowned')).toEqual(before.filter((id) => id !== 'chat'));
});
