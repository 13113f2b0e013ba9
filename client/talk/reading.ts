import { NOTHING_READ, type ReadMarks } from '../../shared/talk/unread.ts';
import { askRead, tellRead } from '../http/talk.ts';

/** How far one has read, as the server keeps it for all of one's browsers. */
export interface Reading {
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
  let marks: ReadMarks | null = null;
  let untold: { before: number; threads: Map<string, number> } = { before: 0, threads: new Map() };
  let timer: ReturnType<typeof setTimeout> | null = null;
  let closed = false;

  const tell = () => {
    timer = null;
    const { before, threads } = untold;
    const told = untold;
    untold = { before: 0, threads: new Map() };
    void tellRead(mapId, { before, threads: Object.fromEntries(threads) }).then(({ status }) => {
      if (status === 'done' || closed) return;
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

  void askRead(mapId).then((answer) => {
    if (closed) return;
    const heard = answer.status === 'done' ? answer.value : { before: 0, threads: {} };
    const own = marks ?? NOTHING_READ;
    marks = {
      before: Math.max(heard.before, own.before),
      threads: new Map([...Object.entries(heard.threads), ...own.threads]),
    };
    changed();
  });

  return {
    get marks() {
      return marks;
    },
    readThread(thread, at) {
      const known = marks ?? NOTHING_READ;
      if (at <= Math.max(known.before, known.threads.get(thread) ?? 0)) return;
      marks = { ...known, threads: new Map(known.threads).set(thread, at) };
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
      onHide();
    },
  };
}
