import { describe, expect, it, vi } from 'vitest';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { changeMap } from '../../../shared/commands/changeMap.ts';
import { moveTouchpoints } from '../../../shared/commands/moveTouchpoints.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { COLLECTIONS } from '../../../shared/model/collections.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { liveMap } from '../../../shared/model/liveMap.ts';
import { bigMap } from '../../support/bigMap.ts';
import { aMap, must } from '../../support/mapBuilder.ts';

describe('the next snapshot', () => {
  it('is the same object when nothing changed', () => {
    const doc = aMap(['sell']);
    expect(liveMap(doc).snapshot()).toBe(liveMap(doc).snapshot());
  });

  it('has exactly one new touchpoint and one new table when one of 1,000 changed', () => {
    const doc = bigMap();
    const before = liveMap(doc).snapshot();
    must(doc, changeItems, changeOf('touchpoint', 't500', { title: 'changed' }));
    const after = liveMap(doc).snapshot();
    expect(COLLECTIONS.filter((collection) => after[collection] !== before[collection])).toEqual(['touchpoints']);
    expect(after.meta).toBe(before.meta);
    const fresh = after.touchpoints.list.filter((touchpoint, i) => touchpoint !== before.touchpoints.list[i]);
    expect(fresh.map(({ id, title }) => [id, title])).toEqual([['t500', 'changed']]);
    expect(after.touchpoints.get('t500')).toBe(fresh[0]);
    expect(before.touchpoints.get('t500')?.title).not.toBe('changed');
  });

  it('shares every other record when one moves or goes', () => {
    const doc = bigMap();
    const before = liveMap(doc).snapshot();
    const place = { step: idOf<'step'>('step0'), lane: idOf<'lane'>('lane0') };
    must(doc, moveTouchpoints, { ids: [idOf('t7')], place, before: null });
    must(doc, removeItems, { items: [{ kind: 'touchpoint', id: 't8' }] });
    const after = liveMap(doc).snapshot();
    const fresh = after.touchpoints.list.filter(({ id }) => after.touchpoints.get(id) !== before.touchpoints.get(id));
    expect(fresh.map(({ id }) => id)).toEqual(['t7']);
    expect(after.touchpoints.list).toHaveLength(999);
    expect([...after.touchpoints.removed.keys()]).toEqual(['t8']);
  });

  it('reads a burst of changes at once, when somebody looks', () => {
    const doc = aMap(['sell', 'install']);
    const before = liveMap(doc).snapshot();
    for (const title of ['a', 'b', 'c']) must(doc, changeItems, changeOf('touchpoint', 'sell', { title }));
    const after = liveMap(doc).snapshot();
    expect(after.touchpoints.get('sell')?.title).toBe('c');
    expect(after.touchpoints.get('install')).toBe(before.touchpoints.get('install'));
  });

  it('has new meta and the same tables when only the map’s title changed', () => {
    const doc = aMap(['sell']);
    const before = liveMap(doc).snapshot();
    must(doc, changeMap, { title: 'Renamed' });
    const after = liveMap(doc).snapshot();
    expect(after.meta.title).toBe('Renamed');
    for (const collection of COLLECTIONS) expect(after[collection]).toBe(before[collection]);
  });
});

describe('listeners', () => {
  it('hear once of each transaction that changed the map, and of no other', () => {
    const doc = aMap(['sell']);
    const heard = vi.fn();
    const stop = liveMap(doc).subscribe(heard);
    must(doc, changeItems, { kind: 'touchpoint', ids: ['sell'], fields: { title: 'x', channel: 'y' } });
    expect(heard).toHaveBeenCalledTimes(1);
    doc.transact(() => {});
    doc.getMap('something else').set('a', 1);
    expect(heard).toHaveBeenCalledTimes(1);
    must(doc, changeMap, { title: 'x' });
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    must(doc, changeMap, { title: 'y' });
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('see the change when they look', () => {
    const doc = aMap(['sell']);
    const seen: (string | undefined)[] = [];
    liveMap(doc).subscribe(() => seen.push(liveMap(doc).snapshot().touchpoints.get('sell')?.title));
    must(doc, changeItems, changeOf('touchpoint', 'sell', { title: 'now' }));
    expect(seen).toEqual(['now']);
  });
});
