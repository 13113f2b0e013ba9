import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { restoreItems } from '../../../shared/commands/restoreItems.ts';
import {
  departmentOf,
  notesInOrder,
  outlineOf,
  stepsInOrder,
  touchpointsInOrder,
} from '../../../shared/model/outline.ts';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';

const drawn = () =>
  drawMap(`
                | buy: compare | order   | use: install
      sales     | chat, call   | confirm |
      pains #   | too slow     |         |
      field -   |              |         | visit`);
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const remove = (doc: ReturnType<typeof drawn>, ...items: ItemRef[]) => must(doc, removeItems, { items });

describe('the map as people read it', () => {
  it('goes stage by stage, step by step, lane by lane', () => {
    const map = readMap(drawn());
    const outline = outlineOf(map);
    expect(outline.stages.map(({ stage, steps }) => [stage.id, ...idsOf(steps)])).toEqual([
      ['buy', 'compare', 'order'],
      ['use', 'install'],
    ]);
    expect(idsOf(touchpointsInOrder(map))).toEqual(['chat', 'call', 'confirm', 'visit']);
    expect(idsOf(outline.departments)).toEqual(['sales', 'field']);
    expect(idsOf(outline.notesIn('compare', 'pains'))).toEqual(['too-slow']);
    expect([outline.stepIndex('install'), outline.stepIndex('nowhere')]).toEqual([2, -1]);
    expect(outline.stageOf('install')?.id).toBe('use');
    expect(departmentOf(map, map.touchpoints.get('visit')!)?.id).toBe('field');
    expect(outlineOf(map)).toBe(outline);
  });

  it('reads notes along the journey as well, whatever order keys their cells gave them', () => {
    const map = readMap(
      drawMap(`
                  | buy: compare | order
          pains # | zebra        | apple`),
    );
    expect(idsOf(map.notes.list)).toEqual(['apple', 'zebra']);
    expect(idsOf(notesInOrder(map))).toEqual(['zebra', 'apple']);
    expect(idsOf(presentMap('m', map).notes)).toEqual(['zebra', 'apple']);
  });

  it('has each step and touchpoint once, on the map or in the tray', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const map = readMap(doc);
        expect(idsOf(touchpointsInOrder(map)).sort()).toEqual(idsOf(map.touchpoints.list).sort());
        expect(idsOf(stepsInOrder(map)).sort()).toEqual(idsOf(map.steps.list).sort());
        const { isPlaced, unplaced } = outlineOf(map);
        for (const { place } of [...unplaced.touchpoints, ...unplaced.notes]) expect(isPlaced(place)).toBe(false);
      }),
    );
  });
});

describe('the tray', () => {
  it.each([
    ['step', 'compare', [], ['chat', 'call'], ['too-slow']],
    ['stage', 'buy', ['compare', 'order'], ['chat', 'call', 'confirm'], ['too-slow']],
    ['lane', 'sales', [], ['chat', 'call', 'confirm'], []],
    ['lane', 'pains', [], [], ['too-slow']],
  ] as const)('holds what stood in a deleted %s (%s), until that comes back', (kind, id, steps, touchpoints, notes) => {
    const doc = drawn();
    const before = readMap(doc);
    remove(doc, { kind, id });
    const { unplaced } = outlineOf(readMap(doc));
    expect(idsOf(unplaced.steps)).toEqual(steps);
    expect(idsOf(unplaced.touchpoints).sort()).toEqual([...touchpoints].sort());
    expect(idsOf(unplaced.notes)).toEqual(notes);
    must(doc, restoreItems, { items: [{ kind, id }] });
    expect(readMap(doc)).toEqual(before);
  });
});
