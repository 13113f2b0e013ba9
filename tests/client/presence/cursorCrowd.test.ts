import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorsInSight, NAMED } from '../../../client/presence/cursorCrowd.ts';
import type { Other } from '../../../client/presence/presence.ts';
import { anOther } from './anOther.ts';

const area = { left: 0, top: 0, right: 1000, bottom: 600 };
const person = (client: number, rest: Partial<Other> = {}): Other =>
  anOther(client, `u${client}`, { cursor: { x: 10 * client, y: 50 }, ...rest });

describe('the cursors of a crowd', () => {
  it('are drawn in sight only', () => {
    const far = person(2, { cursor: { x: 5000, y: 50 } });
    const away = person(3, { cursor: null });
    expect([...cursorsInSight([person(1), far, away], area).keys()]).toEqual([1]);
  });

  it('keep a few names, the rest small marks; who types keeps theirs', () => {
    const people = Array.from({ length: 30 }, (_, at) => person(at + 1));
    people[29] = person(30, { editing: 'touchpoint/a/title' });
    const cursors = cursorsInSight(people, area);
    expect([...cursors.values()].filter((how) => how === 'named')).toHaveLength(NAMED);
    expect(cursors.get(30)).toBe('named');
    expect(cursors.get(NAMED)).toBe('mark');
    expect(cursors.get(29)).toBe('mark');
  });

  it('name the same people however they are listed and wherever they move in sight', () => {
    const crowd = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(crowd, fc.integer({ min: 0, max: 600 }), (clients, y) => {
        const people = clients.map((client) => person(client));
        const moved = [...people].reverse().map((other) => ({ ...other, cursor: { x: 1, y } }));
        const [before, after] = [cursorsInSight(people, area), cursorsInSight(moved, area)];
        expect(before.size).toBe(clients.length);
        expect([...before.values()].filter((how) => how === 'named').length).toBe(Math.min(NAMED, clients.length));
        for (const client of clients) expect(after.get(client)).toBe(before.get(client));
      }),
    );
  });
});
