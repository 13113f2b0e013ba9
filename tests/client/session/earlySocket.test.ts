import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Early, type EarlySocket, takeEarly } from '../../../client/session/early/earlySocket.ts';
import { firstSocket } from '../../../client/session/early/firstSocket.ts';
import { messageType, syncStep } from '../../../shared/protocol/messages.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', {});
  vi.stubGlobal('WebSocket', { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function asked(changes: Partial<EarlySocket> = {}) {
  const close = vi.fn();
  const early: EarlySocket = {
    map: 'm1',
    as: 'ana',
    // Of a socket, nothing but its state and its end is touched.
    socket: { readyState: 1, close } as unknown as WebSocket,
    messages: [],
    asks: true,
    changed: null,
    ...changes,
  };
  window.earlySocket = early;
  const comes = (message: ArrayBuffer) => {
    early.messages.push(message);
    early.changed?.();
  };
  return { early, close, comes };
}

function message(...parts: readonly (number | string | Uint8Array)[]): ArrayBuffer {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder).slice().buffer;
}

const you = message(
  messageType.you,
  JSON.stringify({ role: 'editor', person: { id: 'ana', name: 'Ana', color: '#123456' } }),
);
const whole = message(messageType.sync, syncStep.missing, new Uint8Array([0, 0]));
const part = message(messageType.sync, syncStep.update, new Uint8Array([0, 0]));
const others = message(messageType.awareness, new Uint8Array([0]));

it('a map that was asked for early is taken with the connection it came over', () => {
  const { close, comes } = asked();
  const take = vi.fn<(early: Early) => void>();
  takeEarly('m1', () => 'ana', take);
  comes(you);
  expect(take).not.toHaveBeenCalled();
  comes(whole);
  expect(take).toHaveBeenCalledOnce();
  const [found] = take.mock.calls[0] ?? [];
  expect(found?.map).toMatchObject({ you: { role: 'editor' }, updates: [new Uint8Array([0, 0])] });
  expect(found?.connection?.as).toBe('ana');
  expect(close).not.toHaveBeenCalled();
});

it('a browser that never says what it keeps has its map asked for the usual way, however much others do meanwhile', () => {
  const { close, comes } = asked({ asks: null });
  const take = vi.fn();
  takeEarly('m1', () => 'ana', take);
  for (let second = 0; second < 5; second++) {
    comes(others);
    vi.advanceTimersByTime(1000);
  }
  expect(take).toHaveBeenCalledExactlyOnceWith({ map: null, connection: null });
  expect(close).toHaveBeenCalledOnce();
});

it('whoever sits down while a map is on its way does not get what came for the one before', () => {
  const { close, comes } = asked();
  let person = 'ana';
  const take = vi.fn();
  takeEarly('m1', () => person, take);
  comes(you);
  person = 'ben';
  comes(whole);
  expect(take).toHaveBeenCalledExactlyOnceWith({ map: null, connection: null });
  expect(close).toHaveBeenCalledOnce();
});

const NOTHING = { map: null, connection: null };
/** As long as a page waits for a connection to be let in, and for the next word of one that is. */
const [CONNECT_MS, SILENCE_MS] = [4000, 30_000];

/** What is taken of a map that was asked for early, and how to give it up. */
function taking(as = () => 'ana', map = 'm1') {
  const take = vi.fn<(early: Early) => void>();
  return { take, giveUp: takeEarly(map, as, take) };
}

describe('nothing is taken, and nothing is left open,', () => {
  it.each([
    ['of another map', { map: 'm2' }],
    ['of another person', { as: 'ben' }],
  ])('where what came is %s', (_what, changes) => {
    const { close } = asked(changes);
    const { take } = taking();
    expect(take).toHaveBeenCalledExactlyOnceWith(NOTHING);
    expect(close).toHaveBeenCalledOnce();
    expect(window.earlySocket).toBeUndefined();
  });

  it('where nothing was asked for', () => {
    expect(taking().take).toHaveBeenCalledExactlyOnceWith(NOTHING);
  });

  it('where the connection has ended', () => {
    const { early } = asked();
    const { take } = taking();
    Object.assign(early.socket, { readyState: 3 });
    early.changed?.();
    expect(take).toHaveBeenCalledExactlyOnceWith(NOTHING);
    expect(early.changed).toBeNull();
  });

  it('where the server does not let one in within seconds', () => {
    const { early, close } = asked();
    Object.assign(early.socket, { readyState: 0 });
    const { take } = taking();
    vi.advanceTimersByTime(CONNECT_MS - 1);
    expect(take).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(take).toHaveBeenCalledExactlyOnceWith(NOTHING);
    expect(close).toHaveBeenCalledOnce();
  });
});

it('a large map may take its time, as long as something of it comes', () => {
  const { close, comes } = asked();
  const { take } = taking();
  for (const piece of [you, part, part]) {
    vi.advanceTimersByTime(SILENCE_MS - 1);
    comes(piece);
  }
  expect(take).not.toHaveBeenCalled();
  vi.advanceTimersByTime(SILENCE_MS);
  expect(take).toHaveBeenCalledExactlyOnceWith(NOTHING);
  expect(close).toHaveBeenCalledOnce();
});

it('a browser that keeps the map gets the mere connection, with all that has come over it', () => {
  const { early, close } = asked({ asks: false });
  early.messages.push(you, others);
  const { take } = taking();
  const [found] = take.mock.calls[0] ?? [];
  expect(found?.map).toBeNull();
  expect(found?.connection?.rest()).toEqual([you, others]);
  expect(close).not.toHaveBeenCalled();
});

it('what is given up is closed, and comes no more', () => {
  const { close, comes } = asked();
  const { take, giveUp } = taking();
  giveUp();
  expect(close).toHaveBeenCalledOnce();
  comes(you);
  comes(whole);
  vi.advanceTimersByTime(SILENCE_MS);
  expect(take).not.toHaveBeenCalled();
});

it('what has been taken is not closed by whoever gives up afterwards', () => {
  const { close, comes } = asked();
  const { giveUp } = taking();
  comes(you);
  comes(whole);
  giveUp();
  expect(close).not.toHaveBeenCalled();
});

it('of a map that has been taken, its connection tells only that it is whole, and what others did since', () => {
  const { early, comes } = asked();
  const { take } = taking();
  for (const piece of [you, part, others, whole]) comes(piece);
  early.messages.push(part, others);
  const connection = take.mock.calls[0]?.[0].connection;
  const nothingMissing = message(messageType.sync, syncStep.missing, new Uint8Array([0, 0]));
  expect(connection?.rest()).toEqual([you, others, nothingMissing, part, others]);
});

describe('the first connection of a page', () => {
  /** Sockets as y-websocket makes and hears them. */
  class FakeSocket {
    static readonly OPEN = 1;
    readyState = 0;
    onopen: ((event: Event) => void) | null = null;
    onclose: ((event: Event) => void) | null = null;
    onmessage: ((event: MessageEvent<ArrayBuffer>) => void) | null = null;
    readonly url: string;
    constructor(url: string) {
      this.url = url;
    }
  }
  function first(readyState: number, rest: readonly ArrayBuffer[] = []) {
    vi.stubGlobal('WebSocket', FakeSocket);
    const socket = new FakeSocket('early');
    socket.readyState = readyState;
    const Socket = firstSocket({ as: 'ana', socket: socket as unknown as WebSocket, rest: () => rest });
    return { socket, open: () => new Socket('later') as unknown as FakeSocket };
  }

  it('is the early one, which tells what was missed in its order; the second is a new one', async () => {
    const { socket, open } = first(1, [you, others]);
    const heard: unknown[] = [];
    const opened = open();
    expect(opened).toBe(socket);
    opened.onopen = ({ type }) => heard.push(type);
    opened.onmessage = ({ data }) => heard.push(data);
    await Promise.resolve();
    expect(heard).toEqual(['open', you, others]);
    expect(open().url).toBe('later');
  });

  it('is the early one also while that is on its way, and then opens by itself', async () => {
    const { socket, open } = first(0);
    socket.onopen = () => expect.unreachable('nobody asks for the map any more');
    const opened = open();
    expect(opened).toBe(socket);
    const onopen = vi.fn();
    opened.onopen = onopen;
    await Promise.resolve();
    expect(onopen).not.toHaveBeenCalled();
  });

  it('is a new one where the early one has ended', () => {
    expect(first(3).open().url).toBe('later');
  });
});
