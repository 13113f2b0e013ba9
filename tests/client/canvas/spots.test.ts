import { describe, expect, it } from 'vitest';
import { type Direction, edgeSpot, nextSpot, readSpot, spotKey } from '../../../client/canvas/spots.ts';
import { aLayout } from './aLayout.ts';

const { layout } = aLayout('x @ a1/shop', 'y @ a1/shop', 'z @ b1/field');
const walk = (from: string, ...directions: readonly Direction[]): string | null =>
  directions.reduce<string | null>((key, direction) => {
    const spot = key === null ? null : readSpot(key);
    const next = spot && nextSpot(layout, spot, direction);
    return next && spotKey(next);
  }, from);

describe('arrow keys', () => {
  it('go down a cell, into the next lane, and up again to the last of the cell', () => {
    expect(walk('touchpoint/x', 'down')).toBe('touchpoint/y');
    expect(walk('touchpoint/y', 'down')).toBe('cell/a1/field');
    expect(walk('cell/a1/field', 'up')).toBe('touchpoint/y');
  });
  it('go sideways along a lane through empty cells, over stages, to its header', () => {
    expect(walk('touchpoint/z', 'left')).toBe('cell/a2/field');
    expect(walk('touchpoint/z', 'left', 'left', 'left')).toBe('lane/field');
    expect(walk('lane/field', 'right')).toBe('cell/a1/field');
    expect(walk('touchpoint/z', 'right')).toBeNull();
  });
  it('go up to the step and the stage, and down again', () => {
    expect(walk('touchpoint/x', 'up')).toBe('step/a1');
    expect(walk('step/a1', 'up')).toBe('stage/a');
    expect(walk('stage/a', 'right', 'down', 'down')).toBe('cell/b1/shop');
  });
  it('go back from the "+" under the cards of a cell to the last of them', () => {
    expect(walk('cell/a1/shop', 'up')).toBe('touchpoint/y');
  });
  it('go from a hand-off to the card at either end', () => {
    expect(walk('handoff/h', 'left')).toBe('touchpoint/x');
    expect(walk('handoff/h', 'right')).toBe('touchpoint/y');
  });
  it('go along the curve', () => {
    expect(walk('emotion/a2', 'right')).toBe('emotion/b1');
    expect(walk('emotion/a2', 'up')).toBeNull();
  });
});

it('reads nothing from a key that names no spot', () => {
  expect(readSpot(undefined)).toBeNull();
  expect(readSpot('person/p1')).toBeNull();
});

describe('Home and End', () => {
  it.each([
    ['touchpoint/y', 'first', 'lane/shop'],
    ['touchpoint/x', 'last', 'cell/b1/shop'],
    ['cell/a1/field', 'last', 'touchpoint/z'],
    ['lane/shop', 'last', 'lane/field'],
    ['step/b1', 'first', 'step/a1'],
    ['handoff/h', 'last', null],
  ] as const)('lead from %s to the %s', (from, which, to) => {
    const spot = readSpot(from);
    const edge = spot && edgeSpot(layout, spot, which);
    expect(edge && spotKey(edge)).toBe(to);
  });
});
