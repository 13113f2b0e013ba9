import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { moveTouchpoints } from '../../../shared/commands/moveTouchpoints.ts';
import { rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { restoreItems } from '../../../shared/commands/restoreItems.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { aMap, must } from '../../support/mapBuilder.ts';
import { catchUp, gather, type Person } from '../../support/people.ts';

/** Ana and Ben at one map, each at their own page, hearing of each other at once. */
function together(start: Y.Doc) {
  const [ana, ben] = gather(2, start) as [Person, Person];
  const share = () => {
    catchUp(ana, ben);
    catchUp(ben, ana);
  };
  const channel = (who: Person, value: string) => {
    must(who.doc, changeItems, changeOf('touchpoint', 'sell', { channel: value }), who.name);
    share();
  };
  const feels = (who: Person, value: number | null) => {
    must(who.doc, rateEmotion, { step: idOf('step-1'), persona: 'everyone', value }, who.name);
    share();
  };
  const sell = () => readMap(ana.doc).touchpoints.get('sell');
  const feeling = () => readMap(ana.doc).steps.get('step-1')?.emotions[0]?.value ?? null;
  return { ana, ben, share, channel, feels, sell, feeling };
}

describe('the undo of one person', () => {
  it('passes over what another wrote since', () => {
    const { ana, ben, channel, sell } = together(aMap(['sell']));
    channel(ana, 'phone');
    channel(ben, 'mail');
    ana.undo.undo();
    expect(sell()?.channel).toBe('mail');
  });

  it('keeps what another wrote at the same moment, whoever they are', () => {
    for (const swapped of [false, true]) {
      const { ana, ben, share, channel, sell } = together(aMap(['sell']));
      const [first, second] = swapped ? [ben, ana] : [ana, ben];
      channel(first, 'phone');
      must(second.doc, changeItems, changeOf('touchpoint', 'sell', { channel: 'mail' }), second.name);
      first.undo.undo();
      share();
      expect(sell()?.channel).toBe('mail');
    }
  });

  it('puts back what another wrote before, and stops there', () => {
    const { ana, ben, channel, sell } = together(aMap(['sell']));
    channel(ana, 'phone');
    channel(ben, 'mail');
    channel(ana, 'chat');
    ana.undo.undo();
    expect(sell()?.channel).toBe('mail');
    ana.undo.undo();
    expect(sell()?.channel).toBe('mail');
    ana.undo.redo();
    expect(sell()?.channel).toBe('chat');
  });

  it('does not bring back a rating that another took away', () => {
    const { ana, ben, feels, feeling } = together(aMap(['sell']));
    feels(ana, -1);
    feels(ana, -2);
    feels(ben, null);
    ana.undo.undo();
    expect(feeling()).toBeNull();
  });

  it('does not move back what another moved on', () => {
    const { ana, ben, share, sell } = together(aMap(['sell', 'install', 'bill']));
    const move = (who: Person, step: string) => {
      const place = { step: idOf<'step'>(step), lane: idOf<'lane'>('lane') };
      must(who.doc, moveTouchpoints, { ids: [idOf('sell')], place, before: null }, who.name);
      share();
    };
    move(ana, 'step-2');
    move(ben, 'step-3');
    ana.undo.undo();
    expect(sell()?.place?.step).toBe('step-3');
  });

  it('does not delete again what another restored', () => {
    const { ana, ben, share, sell } = together(aMap(['sell']));
    const items = [{ kind: 'touchpoint', id: 'sell' }] as const;
    must(ana.doc, removeItems, { items }, ana.name);
    ana.undo.undo();
    share();
    must(ben.doc, removeItems, { items }, ben.name);
    must(ben.doc, restoreItems, { items }, ben.name);
    share();
    ana.undo.redo();
    expect(sell()).toBeDefined();
  });

  it('leaves another’s words in a title that is changed back', () => {
    const { ana, ben, share, sell } = together(aMap(['sell']));
    must(ana.doc, changeItems, changeOf('touchpoint', 'sell', { title: 'sell more' }), ana.name);
    share();
    must(ben.doc, changeItems, changeOf('touchpoint', 'sell', { title: 'sell more today' }), ben.name);
    share();
    ana.undo.undo();
    expect(sell()?.title).toBe('sell today');
  });
});
