import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, gapsOf, messages, own } from './finding.ts';

const drawing = `
            | claim: sends | waits
    desk    | a            |
    office  | b            | b2
    legal   |              | c
    cash    |              | d`;

it('[passed-along] finds three hand-offs between departments inside one stage', () => {
  const doc = drawMap(drawing, 'a > b > b2 > c > d');
  expect(messages(doc, 'passed-along')).toEqual([
    'In the stage “claim” the case changes hands 3 times: desk, office, legal, cash.',
  ]);
  expect(
    gapsOf(doc)
      .find(({ rule }) => rule === 'passed-along')
      ?.items.slice(0, 3),
  ).toEqual([
    { kind: 'handoff', id: 'a:b' },
    { kind: 'handoff', id: 'b2:c' },
    { kind: 'handoff', id: 'c:d' },
  ]);
});

it('[passed-along] is silent about two, about chains over several stages, and where one team is in two lanes', () => {
  expect(found(drawMap(drawing, 'a > b > c'), 'passed-along')).toEqual([]);
  expect(found(own(drawMap(drawing, 'a > b > c > d'), 'Mia', 'a', 'b'), 'passed-along')).toEqual([]);
  const stages = drawMap(
    `
            | claim: sends | check: waits | pay: gets
    desk    | a            |              |
    office  |              | b            |
    legal   |              | c            |
    cash    |              |              | d`,
    'a > b > c > d',
  );
  expect(found(stages, 'passed-along')).toEqual([]);
});

it('[passed-along] leaves two departments that send it back and forth to ping-pong', () => {
  const doc = drawMap(
    `
            | claim: sends
    desk    | a, c
    office  | b, d`,
    'a > b > c > d',
  );
  expect(found(doc, 'passed-along')).toEqual([]);
  expect(found(doc, 'ping-pong')).toHaveLength(1);
});

it('[passed-along] ends on a map full of circles', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const rows = names.map((name) => `lane ${name} | ${name}`).join('\n');
  const ahead = (index: number) => names[index % names.length];
  const chains = names.flatMap((from, index) => [1, 2, 3].map((by) => `${from} > ${ahead(index + by)}`));
  expect(found(drawMap(`x | claim: sends\n${rows}`, ...chains), 'passed-along')).toHaveLength(1);
});

it('[passed-along] does not count what is sent back', () => {
  const doc = drawMap(
    `
            | claim: sends
    phone   | report
    claims  | open, decide
    garage  | inspect`,
    'report > open > inspect > decide',
  );
  expect(found(doc, 'passed-along')).toEqual([]);
  expect(found(doc, 'ping-pong')).toHaveLength(1);
});
