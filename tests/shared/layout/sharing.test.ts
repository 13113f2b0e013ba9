import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTouchpoint } from '../../../shared/commands/addTouchpoint.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { moveTouchpoints } from '../../../shared/commands/moveTouchpoints.ts';
import { rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { bigMap } from '../../support/bigMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';

const aDrawing = () =>
  drawMap(
    `        | buy: compare | order   | use: install
      sales | chat, call   | confirm |
      field |              |         | visit`,
    'chat > confirm > visit',
  );

describe('a layout after a change', () => {
  it('is the same object when nothing visible changed', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const before = layoutMap(readMap(doc), measureInter);
        expect(layoutMap(readMap(doc), measureInter, before)).toBe(before);
      }),
    );
  });

  it('equals a layout from scratch, whatever the one before was', () => {
    fc.assert(
      fc.property(arbitraryMap, arbitraryMap, (one, other) => {
        const before = layoutMap(readMap(one), measureInter);
        const map = readMap(other);
        expect(layoutMap(map, measureInter, before)).toEqual(layoutMap(map, measureInter));
      }),
    );
  });

  it('has one new card when one card grew within its lane', () => {
    const doc = bigMap({ stages: 3, stepsPerStage: 3, lanes: 4, touchpoints: 60, handoffs: 30 });
    must(doc, changeItems, changeOf('touchpoint', 't0', { title: 'one' }));
    const before = layoutMap(readMap(doc), measureInter);
    const last = before.cards.filter((card) => card.step === 'step0').at(-1)!;
    must(doc, addTouchpoint, { id: idOf('new'), fields: { title: 'x', place: { step: last.step, lane: last.lane } } });
    const after = layoutMap(readMap(doc), measureInter, before);
    const fresh = after.cards.filter((card) => before.cardById.get(card.id) !== card);
    expect(fresh.map((card) => card.id)).toContain('new');
    expect(after.columns).toBe(before.columns);
    expect(after.stages).toBe(before.stages);
    expect(after.emotion).toBe(before.emotion);
    expect(after.notes).toBe(before.notes);
  });

  it('shares all but the card that moved and the hand-offs it moved', () => {
    const doc = aDrawing();
    const before = layoutMap(readMap(doc), measureInter);
    const place = { step: idOf<'step'>('order'), lane: idOf<'lane'>('field') };
    must(doc, moveTouchpoints, { ids: [idOf('confirm')], place, before: null });
    const after = layoutMap(readMap(doc), measureInter, before);
    for (const id of ['chat', 'call', 'visit']) expect(after.cardById.get(id)).toBe(before.cardById.get(id));
    expect(after.cardById.get('confirm')).not.toBe(before.cardById.get('confirm'));
    expect(after.lanes[1]).toBe(before.lanes[1]);
  });

  it('keeps cards and hand-offs when only a feeling changed', () => {
    const doc = aDrawing();
    const before = layoutMap(readMap(doc), measureInter);
    must(doc, rateEmotion, { step: idOf('order'), persona: 'everyone', value: 2 });
    const after = layoutMap(readMap(doc), measureInter, before);
    expect(after.emotion).not.toBe(before.emotion);
    expect(after.cards).toBe(before.cards);
    expect(after.handoffs).toBe(before.handoffs);
    expect(after.cardById).toBe(before.cardById);
  });

  it('keeps the other hand-offs when one goes', () => {
    const doc = aDrawing();
    const before = layoutMap(readMap(doc), measureInter);
    must(doc, removeItems, { items: [{ kind: 'handoff', id: 'chat:confirm' }] });
    const after = layoutMap(readMap(doc), measureInter, before);
    expect(after.handoffs).toHaveLength(1);
    expect(after.handoffs[0]).toBe(before.handoffById.get('confirm:visit'));
  });
});
