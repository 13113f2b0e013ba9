import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import type { PresenceEntry } from '../../server/rooms/frames.ts';
import { Presence, type PresenceHolder } from '../../server/rooms/presence.ts';
import { nextState, type RoomEvent, type RoomState } from '../../server/rooms/roomState.ts';
import { TokenBucket } from '../../server/rooms/tokenBucket.ts';
import { Person, until } from '../support/clients.ts';
import { startServer } from '../support/testServer.ts';

describe('the life of a room', () => {
  const states: RoomState[] = ['loading', 'open', 'draining', 'saving', 'closed'];
  const events: RoomEvent[] = ['loaded', 'used', 'unused', 'broken', 'unsaved', 'expired', 'ended'];
  const follow = (state: RoomState, event: RoomEvent) => {
    try {
      return nextState(state, event);
    } catch {
      return 'refused';
    }
  };

  it('is this table', () => {
    const table = Object.fromEntries(
      states.map((state) => [state, events.map((event) => follow(state, event)).join(' ')]),
    );
    expect(table).toEqual({
      //        loaded  used    unused   broken  unsaved expired ended
      loading: 'open loading loading refused refused refused closed',
      open: 'refused open draining loading refused refused closed',
      draining: 'refused open draining loading saving closed closed',
      saving: 'refused open saving loading saving closed closed',
      closed: 'refused refused closed refused refused refused closed',
    });
  });
});

describe('a token bucket', () => {
  it('lets a burst through, then as much as flows in', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 5 }, 0);
    expect(Array.from({ length: 5 }, () => bucket.take(1, 0))).toEqual([0, 0, 0, 0, 0]);
    expect(bucket.take(1, 0)).toBe(100);
    expect(bucket.take(1, 200)).toBe(0);
    expect(bucket.tryTake(1, 200)).toBe(false);
    expect(bucket.tryTake(1, 300)).toBe(true);
  });

  it('never holds more than its burst', () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 5 }, 0);
    bucket.take(5, 1_000_000);
    expect(bucket.tryTake(1, 1_000_000)).toBe(false);
  });
});

describe('presence', () => {
  afterEach(() => void vi.useRealTimers());
  const holder = (): PresenceHolder => ({ sendPresence: () => {} });
  function watched(pauseBetween = 40) {
    const sent: PresenceEntry[][] = [];
    return {
      sent,
      presence: new Presence({ pause: pauseBetween, broadcast: (entries) => void sent.push([...entries]) }),
    };
  }

  it('sends the first change at once and gathers those that follow, the newest of each', () => {
    vi.useFakeTimers();
    const { sent, presence } = watched();
    for (const client of [1, 2, 3]) {
      presence.bind(client, 1, holder());
      presence.set({ client, clock: 1, state: '{"at":1}' });
    }
    vi.advanceTimersByTime(120);
    const before = sent.length;
    for (let clock = 2; clock <= 9; clock++) {
      for (const client of [1, 2, 3]) presence.set({ client, clock, state: `{"at":${clock}}` });
    }
    const news = () => sent.slice(before);
    expect(news()).toEqual([[{ client: 1, clock: 2, state: '{"at":2}' }]]);
    vi.advanceTimersByTime(39);
    expect(news()).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(
      news()[1]
        ?.map(({ client, clock }) => [client, clock])
        .sort(),
    ).toEqual([
      [1, 9],
      [2, 9],
      [3, 9],
    ]);
    vi.advanceTimersByTime(1_000);
    expect(news()).toHaveLength(2);
  });

  it('sends everything at once while there are only two', () => {
    const { sent, presence } = watched(1_000_000);
    for (const client of [1, 2]) presence.bind(client, 1, holder());
    for (let clock = 1; clock <= 3; clock++) {
      for (const client of [1, 2]) presence.set({ client, clock, state: `{"at":${clock}}` });
    }
    expect(sent.flat().map(({ client, clock }) => [client, clock])).toEqual([
      [1, 1],
      [2, 1],
      [1, 2],
      [2, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it('tells the pair that is left of who went before at once', () => {
    const { sent, presence } = watched(1_000_000);
    const third = holder();
    for (const client of [1, 2]) presence.bind(client, 1, holder());
    presence.bind(3, 1, third);
    for (const client of [1, 2, 3]) presence.set({ client, clock: 1, state: '{}' });
    presence.leave(third);
    presence.set({ client: 1, clock: 2, state: '{}' });
    expect(sent.flat().find(({ client, state }) => client === 3 && state === 'null')).toBeDefined();
  });

  it('takes older news for none', () => {
    const { sent, presence } = watched(0);
    presence.bind(1, 5, holder());
    presence.set({ client: 1, clock: 5, state: '{"a":1}' });
    presence.set({ client: 1, clock: 5, state: '{"a":2}' });
    presence.set({ client: 1, clock: 4, state: '{"a":3}' });
    expect(sent).toHaveLength(1);
  });

  it('tells of a departure once, also when the client said so itself', () => {
    const { sent, presence } = watched(0);
    const ann = holder();
    presence.bind(1, 1, ann);
    presence.set({ client: 1, clock: 1, state: '{}' });
    presence.set({ client: 1, clock: 2, state: 'null' });
    presence.leave(ann);
    expect(sent.flat().map(({ state }) => state)).toEqual(['{}', 'null']);
    expect(presence.entries({ departed: false })).toEqual([]);
    expect(presence.entries({ departed: true })).toEqual([{ client: 1, clock: 2, state: 'null' }]);
  });
});

describe('a document in which Yjs throws', () => {
  it('is read again from what is stored, and everybody goes on', async () => {
    const server = await startServer();
    const map = await server.createMap('T');
    const [ann, ben] = [await Person.join(server.visitor, map), await Person.join(server.visitor, map)];
    const title = (doc: Y.Doc) => doc.getMap('meta').get('title') as Y.Text;
    title(ann.doc).insert(1, '1');
    await ann.untilSaved();
    // As a listener of Yjs itself may do, in the middle of a transaction and with edits of both under way.
    const broken = await server.rooms.read(map, (doc) => {
      doc.once('beforeObserverCalls', () => {
        throw new Error('broken');
      });
      return doc;
    });
    title(ben.doc).insert(0, '0');
    await until('the edit of the culprit or of the other came back', () => server.logged.join().includes('read again'));
    title(ann.doc).insert(title(ann.doc).length, '2');
    await until('both have everything', () => [ann, ben].every(({ doc }) => String(title(doc)) === '0T12'));
    await ann.untilSaved();
    await ben.untilSaved();
    expect(await server.rooms.read(map, (doc) => doc)).not.toBe(broken);
    expect(await server.rooms.read(map, (doc) => String(title(doc)))).toBe('0T12');
  });
});
