import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openReading } from '../../../client/talk/reading.ts';

/** What the server answers to the question how far one has read; null: it cannot be reached. */
let server: { before: number; threads: Record<string, number> } | null;
let page: EventTarget;

/** A slow machine is no failure. */
const PATIENCE = { timeout: 20_000 };

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('fetch', async () => {
    if (!server) throw new TypeError('no network');
    return Response.json(server);
  });
});
afterEach(() => vi.unstubAllGlobals());

it('says nothing of what is read while the server cannot be asked, and all of it once it can', async () => {
  server = null;
  const changed = vi.fn();
  const reading = openReading('m1', changed);
  reading.readThread('here', 7);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1), PATIENCE);
  // Not "nothing is read": every comment would be called unread.
  expect(reading.marks).toBeNull();

  server = { before: 3, threads: { there: 5 } };
  await vi.waitFor(() => {
    page.dispatchEvent(new Event('online'));
    expect(reading.marks).not.toBeNull();
  }, PATIENCE);
  expect(reading.marks).toEqual({
    before: 3,
    threads: new Map([
      ['there', 5],
      ['here', 7],
    ]),
  });
  reading.close();
});
