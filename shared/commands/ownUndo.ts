import * as Y from 'yjs';
import { COLLECTIONS } from '../model/collections.ts';
import { metaOf, rootOf } from '../model/mapDoc.ts';

/**
 * Undo of what one person did, and of nothing else: what others did since stays, even when they did it to the same
 * field between two changes of one's own.
 *
 * @param origin the origin of this person's transactions
 * @param captureTimeout milliseconds within which transactions become one step; 0: each is a step of its own
 */
export function ownUndo(doc: Y.Doc, origin: unknown, captureTimeout = 0): Y.UndoManager {
  const manager = new Y.UndoManager([metaOf(doc), ...COLLECTIONS.map((collection) => rootOf(doc, collection))], {
    trackedOrigins: new Set([origin]),
    captureTimeout,
  });
  manager.on('stack-item-popped', ({ stackItem }) => keepOthersValues(doc, stackItem.deletions));
  return manager;
}

/**
 * Yjs does not undo a field that somebody else wrote since. But once an undo has put somebody's value back, Yjs takes
 * the copy for one's own, and the next undo would write over it: mine 1, theirs 2, mine 3, undo gives 2, undo must not
 * give what was before 1. Forgetting that theirs was copied lets Yjs find it in its place and stop there.
 */
function keepOthersValues(doc: Y.Doc, putBack: Parameters<typeof Y.iterateDeletedStructs>[1]): void {
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, putBack, (struct) => {
      if (!(struct instanceof Y.Item) || struct.id.client === doc.clientID) return;
      // Only values under a key: texts and items are found again by where they were copied to.
      const isValue = struct.parentSub !== null && !(struct.content instanceof Y.ContentType);
      if (isValue) struct.redone = null;
    });
  });
}
