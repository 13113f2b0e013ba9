import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { PREPARATION, run } from '../../shared/commands/command.ts';
import { editText } from '../../shared/commands/editText.ts';
import { liveMap } from '../../shared/model/liveMap.ts';
import { SCHEMA_VERSION } from '../../shared/model/mapDoc.ts';
import type { VisiblePerson } from '../../shared/protocol/access.ts';
import type { You } from '../../shared/protocol/messages.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import { askForFreshness } from '../offline/freshness.ts';
import { OwnPresence, readOthers } from '../presence/presence.ts';
import { type Connection, connect } from './connect.ts';
import type { Early } from './early/earlySocket.ts';
import { editingRight } from './editingRight.ts';
import { keepMap } from './keptMap.ts';
import { changeMe, hearMe, refreshMe, useMe } from './me.ts';
import { oncePerFrame } from './oncePerFrame.ts';
import { isShutOut, type Opening, whyRefused } from './opening.ts';
import { refuseEditing } from './roleWords.ts';
import { SavedTracker, type Saving } from './savedTracker.ts';
import type { MapSession, SessionState } from './session.ts';
import { undoStack } from './undo.ts';

/** How long a map that is in no browser store may stay out of reach before the page says so. */
const UNREACHABLE_MS = 4000;
const SAVED: Saving = { status: 'saved' };
const OFFLINE: Saving = { status: 'offline', edits: 0 };

/**
 * Opens a map: from this browser's store at once if it was here before, and from the server.
 *
 * @param unsaved what the session before this one did with edits that the server had not taken
 * @param replace asks for another session in place of this one, because the document has to be had anew
 * @param early what the server was asked for before there was a session
 */
export function openMapSession(
  mapId: string,
  unsaved: SessionState['unsaved'],
  replace: (unsaved: SessionState['unsaved']) => void,
  early: Early | null = null,
): MapSession {
  const doc = new Y.Doc();
  // Before anybody listens: to all who do, so much at once would be told of and encoded again.
  if (early?.map) takeWhole(doc, early.map.updates);
  const origin = { page: mapId };
  const live = liveMap(doc);
  const awareness = new Awareness(doc);
  const { me } = useMe.getState();
  let openedFor = me.id;
  void refreshMe();
  const presence = new OwnPresence(awareness, visible(me));
  // What came early came because this browser keeps nothing of the map.
  const kept = keepMap(mapId, doc, Boolean(early?.map));
  let connection: Connection | null = null;
  const right = editingRight(mapId, doc, kept, (became) => !closed && replace({ became, at: performance.now() }));
  let synced = false;
  let cameBefore = false;
  let closed = false;

  const mayEdit = () => reaches(store.getState().role, 'editor');
  const showSaving = () => {
    const { role } = store.getState();
    // Whoever cannot edit has nothing to save: all that counts is whether they see what is there now.
    const following = synced ? SAVED : OFFLINE;
    store.setState({ saving: role === null || reaches(role, 'editor') ? tracker.saving : following });
  };
  const tracker = new SavedTracker(
    (counter) => connection?.askSaved(counter),
    () => {
      showSaving();
      kept.remember(tracker.waiting);
    },
  );
  const undo = undoStack(doc, origin, () => store.setState({ canUndo: undo.canUndo, canRedo: undo.canRedo }));
  const store = createStore<SessionState>(() => ({
    opening: { status: 'loading' },
    map: live.snapshot(),
    saving: tracker.saving,
    me: visible(me),
    role: null,
    unsaved,
    others: [],
    canUndo: false,
    canRedo: false,
    refusal: null,
  }));

  const refuse = (reason: string) => store.setState({ refusal: { reason, at: performance.now() } });
  const forgetMe = useMe.subscribe(({ me: next }) => {
    openedFor ||= next.id;
    store.setState({ me: visible(next) });
    presence.update({ user: visible(next) });
  });

  /** Whether the command that runs belongs to the undo step before it. */
  let goesOn = false;
  // Own changes are shown at once; what others do is taken in once a frame, however much it is.
  const takeIn = () => {
    store.setState({ map: live.snapshot() });
    if (store.getState().opening.status === 'open') refuseNewer();
  };
  const nextFrame = oncePerFrame(takeIn);
  const peopleNextFrame = oncePerFrame(() => store.setState({ others: readOthers(awareness) }));
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local && transaction.origin !== kept.origin) takeIn();
    else nextFrame.ask();
  });
  doc.on('update', (_update: Uint8Array, from: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    // What a command prepares is sent before the command itself: counting both would call one new card two edits.
    if (transaction.local && from !== kept.origin && from !== PREPARATION) tracker.edited(goesOn);
  });
  awareness.on('change', peopleNextFrame.ask);

  const refuseMap = (why: (Opening & { status: 'refused' })['why']) =>
    store.setState({ opening: { status: 'refused', why } });
  /** Whatever this page wrote into a map of a newer form, also one that becomes so later, would be in a form that is over. */
  function refuseNewer(): boolean {
    if (store.getState().map.schema <= SCHEMA_VERSION) return false;
    connection?.destroy();
    refuseMap('newer');
    return true;
  }
  // Only silence counts: a large map may take its time, as long as the server is there.
  let unreachable: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    clearTimeout(unreachable);
    takeIn();
    if (!refuseNewer()) store.setState({ opening: { status: 'open' } });
  };
  const waitForServer = () => {
    clearTimeout(unreachable);
    unreachable = setTimeout(() => {
      if (store.getState().opening.status === 'loading') store.setState({ opening: { status: 'unreachable' } });
    }, UNREACHABLE_MS);
  };
  waitForServer();

  const hearRole = ({ role, person }: You) => {
    hearMe(person);
    right.hear(role, tracker.allSaved);
    store.setState({ role });
    showSaving();
  };
  const connectNow = () =>
    connect(
      mapId,
      { doc, awareness, as: kept.person, early: early?.connection ?? null },
      {
        connected() {
          clearTimeout(unreachable);
          // A first connection belongs to a page that has just come from the server, unless this browser kept it.
          if (cameBefore || navigator.serviceWorker?.controller) askForFreshness();
          cameBefore = true;
          if (store.getState().opening.status === 'unreachable') store.setState({ opening: { status: 'loading' } });
        },
        you: hearRole,
        disconnected() {
          synced = false;
          tracker.disconnected();
          waitForServer();
        },
        synced() {
          synced = true;
          showSaving();
          open();
        },
        caughtUp: () => tracker.caughtUp(),
        saved: (counter) => tracker.answered(counter),
        storage: (state) => tracker.storage(state),
        refused(code) {
          const why = whyRefused(code, doc.store.clients.size > 0);
          if (isShutOut(why) && why !== 'unknown') kept.rememberRole(null);
          refuseMap(why);
        },
      },
    );
  if (early?.map) {
    hearRole(early.map.you);
    open();
  }
  // What an earlier visit left goes to the server with the first answer, so it has to be there before we connect.
  kept.loaded.then((notes) => {
    if (closed) return;
    const hasMap = !early?.map && doc.store.clients.size > 0;
    // Before there were roles, whoever had a map could edit it.
    const role = notes.role === 'unknown' && hasMap ? 'editor' : notes.role;
    if (hasMap && role !== 'viewer' && role !== 'commenter') right.hold();
    if (notes.edits > 0) tracker.restore(notes.edits);
    // What this browser kept is a whole map, though perhaps not the newest: better than waiting without a network.
    // After an access ended, the server has to say first that it may be shown.
    if (hasMap && role !== 'ended' && role !== 'unknown') {
      store.setState({ role });
      showSaving();
      open();
    }
    if (store.getState().opening.status !== 'refused') connection = connectNow();
    else early?.connection?.socket.close();
  });

  return {
    mapId,
    doc,
    awareness,
    store,
    presence,
    openedFor: () => openedFor,
    run(command, input, together) {
      const reason = refuseEditing(store.getState().role);
      if (reason !== null) {
        refuse(reason);
        return { status: 'refused', reason };
      }
      const outcome = undo.step(together ?? null, command.name === editText.name, (same) => {
        goesOn = same;
        return run(doc, command, input, origin);
      });
      goesOn = false;
      if (outcome.status === 'refused') refuse(outcome.reason);
      return outcome;
    },
    undo: () => mayEdit() && undo.undo(),
    redo: () => mayEdit() && undo.redo(),
    forget: (together) => undo.forget(together),
    takeBack(state) {
      undo.step(null, false, () => Y.applyUpdate(doc, state, origin));
      // To Yjs it is somebody else's edit; it is this page that answers for it.
      tracker.edited();
    },
    rename(changes) {
      void changeMe(changes).then((answer) => {
        if (answer.status === 'failed') refuse(answer.message);
      });
    },
    async openAnew() {
      // Only what is safe is replaced; a browser that keeps nothing has nothing to begin anew but the page.
      await kept
        .setAside('refused')
        .then(() => kept.replace(null, null))
        .catch(() => undefined);
      replace(null);
    },
    close() {
      closed = true;
      forgetMe();
      clearTimeout(unreachable);
      nextFrame.cancel();
      peopleNextFrame.cancel();
      presence.destroy();
      undo.destroy();
      right.end();
      if (connection) connection.destroy();
      else early?.connection?.socket.close();
      awareness.destroy();
      doc.destroy();
    },
  };
}

function takeWhole(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
}

const visible = ({ id, name, color }: VisiblePerson): VisiblePerson => ({ id, name, color });
