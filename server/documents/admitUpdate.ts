import * as Y from 'yjs';
import { type DocumentRules, inspectUpdate, type UpdateFacts } from './inspectUpdate.ts';
import { tightenValues } from './tightenValues.ts';

/**
 * Applies one edit if everything it builds on is there. `false`: something is missing and nothing was applied; Yjs
 * itself would keep the edit for ever, send it to everybody who joins and show it to nobody. Throws `Malformed` for
 * an edit that must not be let in, and anything else only when Yjs failed half way: then the document is unusable.
 *
 * @param judge asked when everything the edit builds on is there and nothing is applied yet; may throw `Malformed`
 */
export function admitUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  rules: DocumentRules,
  judge?: (facts: UpdateFacts) => void,
): boolean {
  const facts = inspectUpdate(update, rules);
  if (!isReady(facts, doc)) return false;
  judge?.(facts);
  const known = [...facts.adds.keys()].map((client) => [client, Y.getState(doc.store, client)] as const);
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update);
    removeTooDeep(transaction, facts);
  });
  // Not from where the edit says that it begins: it may bring again what is known, as often as it likes.
  for (const [client, upTo] of known) tightenValues(doc, client, upTo);
  return !dropPending(doc);
}

/**
 * Whether an edit adds to a document, other than by deleting: whoever comes back sends all deletions there ever were,
 * and those cannot be more than the document holds. Throws `Malformed`.
 */
export function addsContent(doc: Y.Doc, update: Uint8Array, rules: DocumentRules): boolean {
  const { adds } = inspectUpdate(update, rules);
  return [...adds].some(([client, { to }]) => to > Y.getState(doc.store, client));
}

/** Our documents hold items in root maps and texts in items. */
const DEEPEST = 2;

/**
 * Removes containers that lie deeper than any of ours, before others hear of them: Yjs deletes by recursion, so a
 * tower of a hundred thousand of them would end every page (and server) that takes it down.
 */
function removeTooDeep(transaction: Y.Transaction, { containers }: UpdateFacts): void {
  for (const { client, clock } of containers) {
    // What overlaps with known items is known, or part of the edit that was not applied.
    if (clock < (transaction.beforeState.get(client) ?? 0)) continue;
    if (clock >= Y.getState(transaction.doc.store, client)) continue;
    const item = Y.getItem(transaction.doc.store, Y.createID(client, clock));
    if (item instanceof Y.Item && depthOf(item) > DEEPEST) item.delete(transaction);
  }
}

function depthOf(item: Y.Item): number {
  let depth = 1;
  // Once an item is integrated its parent is a type, or null when that was collected.
  for (let parent = item.parent as Y.AbstractType<unknown> | null; parent?._item; depth++) {
    if (depth > DEEPEST) break;
    parent = parent._item.parent as Y.AbstractType<unknown> | null;
  }
  return depth;
}

function isReady({ adds, needs, hasHoles }: UpdateFacts, doc: Y.Doc): boolean {
  if (hasHoles) return false;
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
