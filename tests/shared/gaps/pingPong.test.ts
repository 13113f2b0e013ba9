import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, gapsOf, messages, own, rate } from './finding.ts';

it('[ping-pong] finds a case that comes back', () => {
  const doc = drawMap(
    `
            | apply: sends
    desk    | collect, ask again
    office  | check`,
    'collect > check > ask again',
  );
  expect(messages(doc, 'ping-pong')).toEqual([
    'From “collect” in desk to “check” in office and back to “ask again” in desk.',
  ]);
  expect(gapsOf(doc).find(({ rule }) => rule === 'ping-pong')?.items).toEqual([
    { kind: 'handoff', id: 'check:ask-again' },
    { kind: 'handoff', id: 'collect:check' },
    { kind: 'touchpoint', id: 'collect' },
    { kind: 'touchpoint', id: 'check' },
    { kind: 'touchpoint', id: 'ask-again' },
  ]);
});

it('[ping-pong] finds a loop once, and a longer back and forth once', () => {
  const loop = drawMap(
    `
            | apply: sends
    desk    | collect
    office  | check`,
    'collect > check > collect',
  );
  expect(messages(loop, 'ping-pong')).toEqual([
    'From “collect” in desk to “check” in office and back to where it started in desk.',
  ]);
  const long = drawMap(
    `
            | apply: sends
    desk    | d1, d2, d3
    office  | o1, o2`,
    'd1 > o1 > d2 > o2 > d3',
  );
  expect(messages(long, 'ping-pong')).toEqual([
    'From “d1” in desk to “o1” in office and back to “d2” in desk. Between the two it changes hands 4 times.',
  ]);
});

it('[ping-pong] follows the case through up to three touchpoints of the other department', () => {
  const drawing = `
            | apply: sends
    desk    | a, z
    office  | b, c, d, e`;
  expect(found(drawMap(drawing, 'a > b > c > d > z'), 'ping-pong')).toHaveLength(1);
  expect(found(drawMap(drawing, 'a > b > c > d > e > z'), 'ping-pong')).toEqual([]);
});

it('[ping-pong] is silent where the case moves on to a third department', () => {
  const doc = drawMap(
    `
            | apply: sends
    desk    | collect
    office  | check
    cash    | pay`,
    'collect > check > pay',
  );
  expect(found(doc, 'ping-pong')).toEqual([]);
});

it('[ping-pong] is silent where one person works in both lanes', () => {
  const doc = drawMap(
    `
            | visit: checks in
    texts   | link, reminder
    web app | form`,
    'link > form > reminder',
  );
  expect(found(doc, 'ping-pong')).toHaveLength(1);
  expect(found(own(doc, 'Check-in team', 'link', 'form', 'reminder'), 'ping-pong')).toEqual([]);
});

it('[ping-pong] is silent where the customer is a stage further each time', () => {
  const drawing = `
            | buy: orders | use: waits | renew: stays
    sales   | sign        |            | offer
    field   |             | visit      |`;
  expect(found(drawMap(drawing, 'sign > visit > offer'), 'ping-pong')).toEqual([]);
});

it('[ping-pong] is silent about third parties', () => {
  const doc = drawMap(
    `
                  | buy: compares
    sales         | chat, sign
    third parties | rival`,
    'chat > rival > sign',
  );
  expect(found(doc, 'ping-pong')).toEqual([]);
});

it('[ping-pong] keeps its id when people draw in another order, and when the cards move', () => {
  const idsOf = (...chains: string[]) =>
    gapsOf(
      drawMap(
        `
            | apply: sends | waits
    desk    | d1           | d2
    office  | o1           |`,
        ...chains,
      ),
    )
      .filter(({ rule }) => rule === 'ping-pong')
      .map(({ id }) => id);
  expect(idsOf('d1 > o1', 'o1 > d2')).toEqual(idsOf('o1 > d2', 'd1 > o1'));
});

it('[ping-pong] is silent where the customer comes further with each hand and is glad in the end', () => {
  const doc = drawMap(
    `
            | apply: orders | waits | collects
    office  | check         |       | hand out
    printer |               | print |`,
    'check > print > hand out',
  );
  expect(found(doc, 'ping-pong')).toHaveLength(1);
  expect(found(rate(doc, 0, -1, 0), 'ping-pong')).toHaveLength(1);
  expect(found(rate(doc, 0, -1, 2), 'ping-pong')).toEqual([]);
});
