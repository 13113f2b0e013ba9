import { expect, it } from 'vitest';
import { addLane } from '../../../shared/commands/addLane.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { found, messages } from './finding.ts';

it('[department-silent] finds a department without any touchpoint', () => {
  const doc = drawMap(`
            | buy: compare | order
    sales   | chat, call   | confirm
    billing |              |`);
  expect(found(doc, 'department-silent')).toEqual(['billing']);
  expect(messages(doc, 'department-silent')).toEqual(['billing has a lane and no touchpoint in it.']);
});

it('[department-silent] waits while lanes are drawn before anything stands in them', () => {
  expect(
    found(
      drawMap(`
            | buy: compare
    sales   | chat
    billing |`),
      'department-silent',
    ),
  ).toEqual([]);
});

it('[department-silent] is silent about notes, third parties and lanes without a name', () => {
  const doc = drawMap(`
                | buy: compare | order
    sales       | chat, call   | confirm
    pains #     |              |
    Competitors |              |`);
  must(doc, addLane, { id: idOf('new') });
  expect(found(doc, 'department-silent')).toEqual([]);
});
