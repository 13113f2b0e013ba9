import type * as Y from 'yjs';
import { ownUndo } from '../../shared/commands/ownUndo.ts';

/** Undo of what this page did, and of nothing else. One command is one step; typing on in one text is one step. */
export interface UndoStack {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
  /**
   * Does what is to be undone as one; a run of these with the same key is undone together. Where it is typing, the next
   * word after a pause is undone by itself. `act` is told whether it goes on with the step before; where it changes
   * nothing, because it was refused, it is as if it had never been asked for.
   */
  step<T>(key: string | null, isTyping: boolean, act: (goesOn: boolean) => T): T;
  /** What was done with this key came to nothing: undo goes by it. */
  forget(key: string): void;
  destroy(): void;
}

/** A pause in typing after which the next word is undone by itself. */
const TYPING_PAUSE_MS = 1200;

/** Under this name a step knows what it was done with. */
const KEY = 'key';

/** @param origin the origin of this page's transactions; others' are never undone */
export function undoStack(doc: Y.Doc, origin: object, changed: () => void): UndoStack {
  const manager = ownUndo(doc, origin, Number.MAX_SAFE_INTEGER);
  let lastKey: string | null = null;
  let lastTime = 0;
  let hasChanged = false;
  manager.on('stack-item-added', ({ stackItem, type }) => {
    if (type === 'undo') stackItem.meta.set(KEY, lastKey);
    hasChanged = true;
  });
  manager.on('stack-item-updated', () => {
    hasChanged = true;
  });
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) manager.on(event, changed);
  return {
    get canUndo() {
      return manager.undoStack.length > 0;
    },
    get canRedo() {
      return manager.redoStack.length > 0;
    },
    undo() {
      lastKey = null;
      manager.undo();
    },
    redo() {
      lastKey = null;
      manager.redo();
    },
    step(key, isTyping, act) {
      const before = { lastKey, lastTime, lastChange: manager.lastChange };
      const now = performance.now();
      const goesOn = key !== null && key === lastKey && !(isTyping && now - lastTime > TYPING_PAUSE_MS);
      if (!goesOn) manager.stopCapturing();
      lastKey = key;
      lastTime = now;
      hasChanged = false;
      try {
        return act(goesOn);
      } finally {
        if (!hasChanged) {
          ({ lastKey, lastTime } = before);
          manager.lastChange = before.lastChange;
        }
      }
    },
    forget(key) {
      while (manager.undoStack.at(-1)?.meta.get(KEY) === key) manager.undoStack.pop();
      lastKey = null;
      manager.stopCapturing();
      changed();
    },
    destroy: () => manager.destroy(),
  };
}
