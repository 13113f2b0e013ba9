import { expect, it } from 'vitest';
import { changedItems } from '../../../client/presence/flashes.ts';
import { addTouchpoint } from '../../../shared/commands/addTouchpoint.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { liveMap } from '../../../shared/model/liveMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';

it('names what is new and what is not as it was, and nothing that only went or stayed', () => {
  const doc = drawMap(`
          | buy: compare | order
    sales | chat, call   | confirm |`);
  const live = liveMap(doc);
  const before = live.snapshot();
  must(doc, changeItems, changeOf('touchpoint', 'chat', { channel: 'web' }));
  must(doc, changeItems, changeOf('step', 'order', { momentOfTruth: true }));
  must(doc, removeItems, { items: [{ kind: 'touchpoint', id: 'call' }] });
  const place = { step: idOf<'step'>('order'), lane: idOf<'lane'>('sales') };
  must(doc, addTouchpoint, { id: idOf('pays'), fields: { title: 'pays', place } });
  const changed = changedItems(live.snapshot(), before).map(({ kind, id }) => `${kind}/${id}`);
  expect(changed.sort()).toEqual(['step/order', 'touchpoint/chat', 'touchpoint/pays']);
  expect(changedItems(before, before)).toEqual([]);
});
