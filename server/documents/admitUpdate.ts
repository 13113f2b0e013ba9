import * as Y from 'yjs';
import { type DocumentRules, inspectUpdate, type UpdateFacts } from './inspectUpdate.ts';

/**
 * Applies one edit if everything it builds on is there. `false`: something is missing and nothing was applied; Yjs
 * itself would keep the edit for ever, send it to everybody who joins and show it to nobody. Throws `Malformed` for
 * an edit that must not be let in, and anything else only when Yjs failed half way: then the document is unusable.
 */
export function admitUpdate(doc: Y.Doc, update: Uint8Array, rules: DocumentRules): boolean {
  const facts = inspectUpdate(update, rules);
  if (!isReady(facts, doc)) return false;
  Y.applyUpdate(doc, update);
  return !dropPending(doc);
}

function isReady({ adds, needs }: UpdateFacts, doc: Y.Doc): boolean {
  for (const [client, { from }] of adds) {
    if (from > Y.getState(doc.store, client)) return false;
  }
  for (const [client, upTo] of needs) {
    if (upTo > Math.max(Y.getState(doc.store, client), adds.get(client)?.to ?? 0)) return false;
  }
  return true;
}

/** Two items that each build on the other pass every check and still never fit: forget them, answer whether any were there. */
function dropPending(doc: Y.Doc): boolean {
  const { store } = doc;
  if (store.pendingStructs === null && store.pendingDs === null) return false;
  store.pendingStructs = null;
  store.pendingDs = null;
  return true;
}
