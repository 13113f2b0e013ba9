import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Role } from '../../shared/protocol/roles.ts';
import { type Connection, connect } from './connect.ts';
import type { KeptMap } from './keptMap.ts';

/** What became of edits that the server had not taken when the right to edit went. */
export type Unsaved =
  /** There were none. */
  | 'none'
  /** They are kept in this browser, where nothing sends them any more. */
  | 'set-aside'
  /** This browser keeps nothing. */
  | 'lost';

export interface Renewal {
  readonly done: Promise<Unsaved>;
  cancel(): void;
}

/**
 * Makes what is kept of a map the same as what the server has. For somebody who may no longer edit: what was not
 * saved yet would otherwise stand on the screen as if it were on the map. It is put aside first.
 */
export function renew(mapId: string, doc: Y.Doc, kept: KeptMap, role: Role): Renewal {
  const served = readServed(mapId, kept.person);
  let cancelled = false;
  const finish = async (): Promise<Unsaved> => {
    const state = await served.state;
    const unsaved = holdsMore(doc, state) ? await putAside(kept) : 'none';
    // The right to edit came back meanwhile, and with it a connection that takes everything.
    if (cancelled) return await new Promise<never>(() => undefined);
    await kept.replace(state, role).catch(() => undefined);
    return unsaved;
  };
  return {
    done: finish(),
    cancel() {
      cancelled = true;
      served.cancel();
    },
  };
}

const putAside = (kept: KeptMap): Promise<Unsaved> =>
  kept.setAside('role').then(
    () => 'set-aside',
    () => 'lost',
  );

/** Whether a document holds something that a state of it lacks. */
function holdsMore(doc: Y.Doc, state: Uint8Array): boolean {
  const other = new Y.Doc();
  Y.applyUpdate(other, state);
  let more = false;
  other.once('update', () => {
    more = true;
  });
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.destroy();
  return more;
}

/** The map as the server has it, over a connection that shows nobody and sends nothing. */
function readServed(mapId: string, as: string): { readonly state: Promise<Uint8Array>; cancel(): void } {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  const ignore = () => undefined;
  let connection: Connection | null = null;
  const cancel = () => {
    connection?.destroy();
    awareness.destroy();
    doc.destroy();
  };
  const state = new Promise<Uint8Array>((resolve) => {
    connection = connect(
      mapId,
      { doc, awareness, as },
      {
        connected: ignore,
        disconnected: ignore,
        you: ignore,
        synced() {
          resolve(Y.encodeStateAsUpdate(doc));
          // Not in the middle of y-websocket's reading of the message that said so.
          queueMicrotask(cancel);
        },
        caughtUp: ignore,
        saved: ignore,
        storage: ignore,
        // The page's own connection hears the same, and says it.
        refused: ignore,
      },
    );
  });
  return { state, cancel };
}
