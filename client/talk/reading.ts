import { NOTHING_READ, type ReadMarks } from '../../shared/talk/unread.ts';
import { askRead, tellRead } from '../http/talk.ts';

/** How far one has read, as the server keeps it for all of one's browsers. */
export interface Reading {
  /** Null until the server has said it. */
  readonly marks: ReadMarks | null;
  /** One has seen a thread up to this time. */
  readThread(thread: string, at: number): void;
  /** One has seen everything up to this time. */
  readAll(at: number): void;
  close(): void;
}

/** What is read within this time is told together. */
const TELL_AFTER_MS = 800;

/** Asks the server and tells it. Without it one reads on: it hears when something else is read. */
export function openReading(mapId: string, changed: () => void): Reading {
  let marks = NOTHING_READ;
  let heard = false;
  let asking = false;
  let untold: { before: number; threads: Map<string, number> } = { before: 0, threads: new Map() };
  let timer: ReturnType<typeof setTimeout> | null = null;
  let closed = false;

  const tell = () => {
    timer = null;
    const { before, threads } = untold;
    const told = untold;
    untold = { before: 0, threads: new Map() };
    void tellRead(mapId, { before, threads: Object.fromEntries(threads) }).then(({ status }) => {
      if (closed) return;
      if (status === 'done') return ask();
      // Told again with whatever is read next; what was read meanwhile is newer.
      untold = {
        before: Math.max(told.before, untold.before),
        threads: new Map([...told.threads, ...untold.threads]),
      };
    });
  };
  const tellSoon = () => {
    timer ??= setTimeout(tell, TELL_AFTER_MS);
  };
  // Who has read something and closes the page at once has read it.
  const onHide = () => {
    if (timer === null) return;
    clearTimeout(timer);
    tell();
  };
  window.addEventListener('pagehide', onHide);

  const ask = () => {
    if (heard || asking) return;
    asking = true;
    void askRead(mapId).then((answer) => {
      asking = false;
      // Without an answer nothing is known, which is not the same as nothing read.
      if (closed || answer.status === 'failed') return;
      heard = true;
      const { before, threads } = answer.value;
      marks = {
        before: Math.max(before, marks.before),
        threads: new Map([...Object.entries(threads), ...marks.threads]),
      };
      changed();
    });
  };
  window.addEventListener('online', ask);
  ask();

  return {
    get marks() {
      return heard ? marks : null;
    },
    readThread(thread, at) {
      if (at <= Math.max(marks.before, marks.threads.get(thread) ?? 0)) return;
      marks = { ...marks, threads: new Map(marks.threads).set(thread, at) };
      untold.threads.set(thread, at);
      tellSoon();
      changed();
    },
    readAll(at) {
      marks = { before: at, threads: new Map() };
      untold = { before: at, threads: new Map() };
      tellSoon();
      changed();
    },
    close() {
      closed = true;
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('online', ask);
      onHide();
    },
  };
}
