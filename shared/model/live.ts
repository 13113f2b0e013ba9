import type * as Y from 'yjs';

/** A document as a sequence of snapshots. Reading is lazy: a burst of changes costs one pass when somebody looks. */
export interface Live<Snapshot> {
  readonly doc: Y.Doc;
  /** As it is now. The same object as before when nothing changed, the same records where they did not. */
  snapshot(): Snapshot;
  /** Calls back once per transaction that changed something; returns how to stop. The callback must not throw. */
  subscribe(listener: () => void): () => void;
}

/** Who wants to hear of changes, once per transaction that `changed` was called in. */
export function changeListeners(doc: Y.Doc): { changed(): void; subscribe: Live<unknown>['subscribe'] } {
  const listeners = new Set<() => void>();
  let isChanged = false;
  doc.on('afterTransaction', () => {
    if (!isChanged) return;
    isChanged = false;
    for (const listener of listeners) listener();
  });
  return {
    changed() {
      isChanged = true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Adds the ids of the records of a root that something changed in or under. */
export function addTouched(
  ids: Set<string>,
  events: readonly Pick<Y.YEvent<Y.Map<unknown>>, 'path' | 'changes'>[],
): void {
  for (const event of events) {
    const [id] = event.path;
    if (id !== undefined) ids.add(String(id));
    else for (const key of event.changes.keys.keys()) ids.add(key);
  }
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
