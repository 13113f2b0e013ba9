import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Early, type EarlySocket, takeEarly } from '../../../client/session/early/earlySocket.ts';
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
