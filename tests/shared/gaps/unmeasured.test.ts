import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, measure, messages } from './finding.ts';

const journey = () =>
  drawMap(`
                  | buy: compare | use: install | leave: cancel | think: doubts
    sales         | chat         |              |               |
    field         |              | visit        |               |
    keep          |              |              | offer         |
    third parties |              |              |               | test report`);

it('[unmeasured] finds stages without any metric', () => {
  const doc = measure(journey(), 'touchpoint', 'chat');
  expect(found(doc, 'unmeasured')).toEqual(['use', 'leave']);
  expect(messages(doc, 'unmeasured')[0]).toBe(
    'The stage “use” has no metric, neither on its steps nor on what is done there.',
  );
});

it('[unmeasured] counts metrics of the stage, of its steps and of what is done there', () => {
  const doc = measure(measure(measure(journey(), 'touchpoint', 'chat'), 'step', 'install'), 'stage', 'leave');
  expect(found(doc, 'unmeasured')).toEqual([]);
});

it('[unmeasured] waits while a map is just begun, and speaks when a journey is drawn without any metric', () => {
  expect(found(journey(), 'unmeasured')).toEqual([]);
  const doc = drawMap(`
          | buy: compare         | use: install
    sales | chat, call, sign     |
    field |                      | visit, test, note`);
  expect(found(doc, 'unmeasured')).toEqual(['buy', 'use']);
});

it('[unmeasured] is silent about stages in which the company does nothing', () => {
  const doc = drawMap(`
          | think: doubts | buy: compare
    sales |               | chat`);
  expect(found(measure(doc, 'step', 'compare'), 'unmeasured')).toEqual([]);
});
