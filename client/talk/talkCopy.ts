import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { liveTalk } from '../../shared/talk/liveTalk.ts';
import type { TalkSnapshot } from '../../shared/talk/snapshot.ts';
import { talkOf } from '../../shared/talk/talkId.ts';
import { type Connection, connect } from '../session/connect.ts';
import { type KeptMap, keepMap } from '../session/keptMap.ts';
import { useMe } from '../session/me.ts';
import { oncePerFrame } from '../session/oncePerFrame.ts';
import { SavedTracker, type Saving } from '../session/savedTracker.ts';

/** What a copy of a discussion reports. */
export interface CopyEvents {
  changed(talk: TalkSnapshot): void;
  saving(saving: Saving): void;
  /** It holds everything the server has. */
  synced(): void;
  /** The server will not let us in again by itself: `code` is one of `closeCodes`. */
  refused(code: number): void;
}

/** This page's copy of a discussion: the document, what the browser keeps of it, and its connection. */
export interface TalkCopy {
  readonly doc: Y.Doc;
  /** The origin of what this page writes. */
  readonly origin: object;
  readonly saving: Saving;
  snapshot(): TalkSnapshot;
  /** Keeps it in the browser from now on, in the place of what was kept before. */
  keepInsteadOf(before: TalkCopy): Promise<void>;
  readonly kept: KeptMap | null;
  close(): void;
}

/**
 * Opens a copy.
 *
 * @param from what it begins with: what the browser keeps, which goes to the server with the first answer, so that a
 *   comment written without a network arrives later; or nothing but what the server has
 */
export function openTalkCopy(mapId: string, from: 'kept' | 'server', events: CopyEvents): TalkCopy {
  const doc = new Y.Doc();
  const origin = { talk: mapId };
  const live = liveTalk(doc);
  // Who is here is told on the map's own connection; this one has nothing to say of it.
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  let kept = from === 'kept' ? keepMap(talkOf(mapId), doc) : null;
  const as = kept ? kept.person : useMe.getState().me.id;
  let connection: Connection | null = null;
  let closed = false;

  const tracker = new SavedTracker(
    (counter) => connection?.askSaved(counter),
    () => {
      events.saving(tracker.saving);
      kept?.remember(tracker.waiting);
    },
  );
  const takeIn = () => events.changed(live.snapshot());
  const nextFrame = oncePerFrame(takeIn);
  doc.on('update', (_update: Uint8Array, by: unknown) => {
    if (by === origin) {
      tracker.edited();
      takeIn();
    } else nextFrame.ask();
  });
  const connectNow = () => {
    connection = connect(
      talkOf(mapId),
      { doc, awareness, as },
      {
        connected() {},
        you() {},
        disconnected: () => tracker.disconnected(),
        synced() {
          takeIn();
          events.synced();
        },
        caughtUp: () => tracker.caughtUp(),
        saved: (counter) => tracker.answered(counter),
        storage: (storage) => tracker.storage(storage),
        refused: events.refused,
      },
    );
  };
  if (!kept) connectNow();
  kept?.loaded.then((notes) => {
    if (closed) return;
    if (notes.edits > 0) tracker.restore(notes.edits);
    takeIn();
    connectNow();
  });
  return {
    doc,
    origin,
    get saving() {
      return tracker.saving;
    },
    get kept() {
      return kept;
    },
    snapshot: () => live.snapshot(),
    async keepInsteadOf(before) {
      // In one step: a page that is closed in between finds either what was there or all of this.
      await before.kept?.replace(Y.encodeStateAsUpdate(doc), null);
      if (closed) return;
      kept = keepMap(talkOf(mapId), doc);
      kept.remember(tracker.waiting);
    },
    close() {
      closed = true;
      nextFrame.cancel();
      connection?.destroy();
      awareness.destroy();
      doc.destroy();
    },
  };
}
