import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultLimits } from '../../server/rooms/limits.ts';
import { Outbox, type Source, type Wire } from '../../server/rooms/outbox.ts';
import { bytes } from '../support/clients.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { ...defaultLimits, presenceBacklog: 1_000, documentBacklog: 10_000 };

/** A line that lets go of its bytes only when it is told to. */
class SlowWire implements Wire {
  unsent = 0;
  dropped = false;
  send(frame: Uint8Array) {
    this.unsent += frame.length;
  }
  drain(count: number) {
    this.unsent = Math.max(0, this.unsent - count);
  }
  pause() {}
  resume() {}
  close() {}
  drop() {
    this.dropped = true;
  }
  probe = async () => true;
}

const source: Source = {
  stateVector: () => bytes(0),
  answer: () => [bytes(0, 1, 0)],
  missing: () => bytes(0, 0),
  sendPresenceAgain: () => {},
};

function opened(more: Partial<Source> = {}) {
  const wire = new SlowWire();
  const outbox = new Outbox(wire, { ...source, ...more }, limits);
  outbox.answer(bytes(0));
  wire.unsent = 0;
  return { wire, outbox };
}

it('a reader that takes as much as comes in is kept, however long its line is', () => {
  const { wire, outbox } = opened();
  outbox.sendEdit(new Uint8Array(5_000));
  outbox.sendPresence(new Uint8Array(10));
  for (let second = 0; second < 100; second++) {
    outbox.sendEdit(new Uint8Array(200));
    vi.advanceTimersByTime(500);
    wire.drain(200);
    vi.advanceTimersByTime(500);
  }
  expect(wire.unsent).toBe(5_000);
  expect(wire.dropped).toBe(false);
});

it('a reader that takes nothing is let go, also while more is sent', () => {
  const { wire, outbox } = opened();
  outbox.sendEdit(new Uint8Array(5_000));
  outbox.sendPresence(new Uint8Array(10));
  for (let second = 0; second < 40; second++) {
    outbox.sendNotice(new Uint8Array(20));
    vi.advanceTimersByTime(1_000);
  }
  expect(wire.dropped).toBe(true);
});

it('ends the connection, and nothing else, when the document cannot be encoded', () => {
  const { wire, outbox } = opened({
    missing: (since) => {
      if (since.length > 1) throw new Error('broken');
      return bytes(0, 0);
    },
    stateVector: () => bytes(1, 1, 1),
  });
  outbox.sendEdit(new Uint8Array(20_000));
  expect(outbox.isBehind).toBe(true);
  wire.drain(20_000);
  vi.advanceTimersByTime(200);
  expect(wire.dropped).toBe(true);
});

it('looks nothing up while the document is read again, and brings the reader up to date afterwards', () => {
  const missing = vi.fn(() => bytes(0, 0));
  const { wire, outbox } = opened({ missing });
  outbox.sendEdit(new Uint8Array(20_000));
  wire.drain(20_000);
  missing.mockClear();
  outbox.pause();
  vi.advanceTimersByTime(1_000);
  expect(missing).not.toHaveBeenCalled();
  outbox.resume();
  vi.advanceTimersByTime(200);
  expect(missing).toHaveBeenCalledOnce();
  expect(outbox.isBehind).toBe(false);
});
