import type * as Y from 'yjs';

/** A document as a sequence of snapshots. Reading is lazy: a burst of changes costs one pass when somebody looks. */
export interface Live<Snapshot> {
  readonly doc: Y.Doc;
  /** As it is now. The same object as before when nothing changed, the same records where they did not. */
  snapshot(): Snapshot;
  /** Calls back once per transaction that changed something; returns how to stop. The callback must not throw. */
  subscribe(listener: () => void): () => void;
}

/** Makes one of a document; asking twice gives the same, so its observers are registered once. */
export function oncePerDoc<T>(make: (doc: Y.Doc) => T): (doc: Y.Doc) => T {
  const made = new WeakMap<Y.Doc, { readonly value: T }>();
  return (doc) => {
    const known = made.get(doc) ?? { value: make(doc) };
    made.set(doc, known);
    return known.value;
  };
}
