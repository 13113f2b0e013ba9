import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoffsFrom, rowsOf } from '../../../client/outline/outlineRows.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';

const everything = { isClosed: () => false, mayEdit: false };

const small = () =>
  drawMap(
    `
            | buy: compare | order   | use: install
    sales   | chat, call   | confirm |
    field - |              |         | visit
    pains # | too slow     |         |`,
    'chat > confirm > visit',
  );

describe('the lines of the outline', () => {
  it('go stage by stage, step by step, lane by lane, each touchpoint with its hand-offs, then the lanes', () => {
    const rows = rowsOf(readMap(small()), everything);
    expect(rows.map(({ key }) => key)).toEqual([
      'stage/buy',
      'step/compare',
      'touchpoint/chat',
      'handoff/chat:confirm',
      'touchpoint/call',
      'note/too-slow',
      'step/order',
      'touchpoint/confirm',
      'handoff/confirm:visit',
      'stage/use',
      'step/install',
      'touchpoint/visit',
      'lane/sales',
      'lane/field',
      'lane/pains',
    ]);
    expect(rows.find(({ key }) => key === 'handoff/chat:confirm')?.parent).toBe('touchpoint/chat');
  });

  it('leave out what is in a closed stage, and offer to add where one may edit', () => {
    const map = readMap(small());
    const keys = rowsOf(map, { isClosed: (stage) => stage === 'buy', mayEdit: true }).map(({ key }) => key);
    expect(keys.slice(0, 6)).toEqual([
      'stage/buy',
      'stage/use',
      'step/install',
      'touchpoint/visit',
      'add/in/install',
      'add/step/use',
    ]);
    expect(keys).toContain('add/stage');
    expect(keys.at(-1)).toBe('add/lane');
  });

  it('hold everything that can be seen on the map or in the tray exactly once, whatever was deleted', () => {
    const all = ['stage/buy', 'stage/use', 'step/order', 'step/install', 'lane/sales', 'lane/pains', 'touchpoint/chat'];
    fc.assert(
      fc.property(fc.subarray(all), (gone) => {
        const doc = small();
        const items = gone.map((key) => {
          const [kind, id] = key.split('/') as ['stage' | 'step' | 'lane' | 'touchpoint', string];
          return { kind, id };
        });
        if (items.length > 0) must(doc, removeItems, { items });
        const map = readMap(doc);
        const keys = rowsOf(map, everything).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const expected = [
          ...map.stages.list.map(({ id }) => `stage/${id}`),
          ...map.steps.list.map(({ id }) => `step/${id}`),
          ...map.lanes.list.map(({ id }) => `lane/${id}`),
          ...map.touchpoints.list.map(({ id }) => `touchpoint/${id}`),
          ...map.notes.list.map(({ id }) => `note/${id}`),
        ];
        expect(keys.filter((key) => !key.startsWith('handoff/')).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('know the hand-offs of a touchpoint', () => {
    const { handoffs } = readMap(small());
    expect(handoffsFrom(handoffs, 'chat').map(({ id }) => id)).toEqual(['chat:confirm']);
    expect(handoffsFrom(handoffs, 'visit')).toEqual([]);
  });
});
