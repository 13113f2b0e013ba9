import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Command, type Outcome, PREPARATION, run } from '../../shared/commands/command.ts';
import { liveMap } from '../../shared/model/liveMap.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { ChangeMeBody, VisiblePerson } from '../../shared/protocol/access.ts';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { type Other, OwnPresence, readOthers } from '../presence/presence.ts';
import { type Connection, connect } from './connect.ts';
import { keepMap } from './keptMap.ts';
import { changeMe, refreshMe, useMe } from './me.ts';
import { SavedTracker, type Saving } from './savedTracker.ts';
import { undoStack } from './undo.ts';

/** Whether the map can be shown. It is never shown half loaded. */
export type Opening =
  | { readonly status: 'loading' }
  | { readonly status: 'open' }
  /** Nothing in this browser, and the server cannot be reached. */
  | { readonly status: 'unreachable' }
  | { readonly status: 'refused'; readonly why: 'unknown' | 'in-trash' | 'too-large' | 'rejected' };

/** What this page knows at one moment; components pick from it what they show. */
export interface SessionState {
  readonly opening: Opening;
  readonly map: MapSnapshot;
  readonly saving: Saving;
  readonly me: VisiblePerson;
  readonly others: readonly Other[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Why the last command was refused; `at` tells two refusals with the same words apart. */
  readonly refusal: { readonly reason: string; readonly at: number } | null;
}

/** The one door to the document of the map this page shows. */
export interface MapSession {
  readonly mapId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly store: StoreApi<SessionState>;
  readonly presence: OwnPresence;
  /**
   * Runs a command as one undo step; a refusal is returned and shown. Commands with the same `together` that follow
   * one another without a pause are undone together.
   */
  run<Input>(command: Command<Input>, input: Input, together?: string): Outcome;
  undo(): void;
  redo(): void;
  /** Another name or colour for oneself, everywhere; when the server refuses, that is shown like a refused command. */
  rename(me: ChangeMeBody): void;
  /** Opens the map as the server has it. What this browser holds is set aside, not sent again and not destroyed. */
  openAnew(): Promise<void>;
  close(): void;
}

/** How long a map that is in no browser store may stay out of reach before the page says so. */
const UNREACHABLE_MS = 4000;

/** Opens a map: from this browser's store at once if it was here before, and from the server. */
export function openMapSession(mapId: string): MapSession {
  const doc = new Y.Doc();
  const origin = { page: mapId };
  const live = liveMap(doc);
  const awareness = new Awareness(doc);
  const { me } = useMe.getState();
  void refreshMe();
  const presence = new OwnPresence(awareness, visible(me));
  const kept = keepMap(mapId, doc);
  let connection: Connection | null = null;
  let closed = false;

  const tracker = new SavedTracker(
    (counter) => connection?.askSaved(counter),
    () => {
      const { saving } = tracker;
      store.setState({ saving });
      kept.remember(saving.status === 'saved' ? 0 : saving.edits);
    },
  );
  const undo = undoStack(doc, origin, () => store.setState({ canUndo: undo.canUndo, canRedo: undo.canRedo }));
  const store = createStore<SessionState>(() => ({
    opening: { status: 'loading' },
    map: live.snapshot(),
    saving: tracker.saving,
    me: visible(me),
    others: [],
    canUndo: false,
    canRedo: false,
    refusal: null,
  }));

  const refuse = (reason: string) => store.setState({ refusal: { reason, at: performance.now() } });
  const forgetMe = useMe.subscribe(({ me: next }) => {
    store.setState({ me: visible(next) });
    presence.update({ user: visible(next) });
  });

  // Own changes are shown at once; what others do is taken in once a frame, however much it is.
  const takeIn = () => store.setState({ map: live.snapshot() });
  const nextFrame = oncePerFrame(takeIn);
  const peopleNextFrame = oncePerFrame(() => store.setState({ others: readOthers(awareness) }));
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local && transaction.origin !== kept.origin) takeIn();
    else nextFrame.ask();
  });
  doc.on('update', (_update: Uint8Array, from: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    // What a command prepares is sent before the command itself: counting both would call one new card two edits.
    if (transaction.local && from !== kept.origin && from !== PREPARATION) tracker.edited();
  });
  awareness.on('change', peopleNextFrame.ask);

  // Only silence counts: a large map may take its time, as long as the server is there.
  let unreachable: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    clearTimeout(unreachable);
    takeIn();
    store.setState({ opening: { status: 'open' } });
  };
  const waitForServer = () => {
    clearTimeout(unreachable);
    unreachable = setTimeout(() => {
      if (store.getState().opening.status === 'loading') store.setState({ opening: { status: 'unreachable' } });
    }, UNREACHABLE_MS);
  };
  waitForServer();
  const connectNow = () =>
    connect(mapId, doc, awareness, {
      connected() {
        clearTimeout(unreachable);
        if (store.getState().opening.status === 'unreachable') store.setState({ opening: { status: 'loading' } });
      },
      disconnected() {
        tracker.disconnected();
        waitForServer();
      },
      synced: open,
      caughtUp: () => tracker.caughtUp(),
      saved: (counter) => tracker.answered(counter),
      storage: (state) => tracker.storage(state),
      refused: (code) => store.setState({ opening: { status: 'refused', why: whyRefused(code) } }),
    });
  // What an earlier visit left goes to the server with the first answer, so it has to be there before we connect.
  kept.loaded.then((edits) => {
    if (closed) return;
    if (edits > 0) tracker.restore(edits);
    // What this browser kept is a whole map, though perhaps not the newest: better than waiting without a network.
    if (doc.store.clients.size > 0) open();
    connection = connectNow();
  });

  return {
    mapId,
    doc,
    awareness,
    store,
    presence,
    run(command, input, together) {
      undo.begin(together ?? null);
      const outcome = run(doc, command, input, origin);
      if (outcome.status === 'refused') refuse(outcome.reason);
      return outcome;
    },
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    rename(changes) {
      void changeMe(changes).then((answer) => {
        if (answer.status === 'failed') refuse(answer.message);
      });
    },
    async openAnew() {
      await kept.setAside();
      location.reload();
    },
    close() {
      closed = true;
      forgetMe();
      clearTimeout(unreachable);
      nextFrame.cancel();
      peopleNextFrame.cancel();
      presence.destroy();
      undo.destroy();
      connection?.destroy();
      awareness.destroy();
      doc.destroy();
    },
  };
}

const visible = ({ id, name, color }: VisiblePerson): VisiblePerson => ({ id, name, color });

function whyRefused(code: number): (Opening & { status: 'refused' })['why'] {
  switch (code) {
    case closeCodes.unknownMap.code:
      return 'unknown';
    case closeCodes.inTrash.code:
      return 'in-trash';
    case closeCodes.tooLarge.code:
      return 'too-large';
    default:
      return 'rejected';
  }
}

function oncePerFrame(act: () => void): { ask: () => void; cancel: () => void } {
  let frame: number | null = null;
  return {
    ask: () => {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        act();
      });
    },
    cancel: () => {
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}
