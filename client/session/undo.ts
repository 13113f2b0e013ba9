import type * as Y from 'yjs';
import { ownUndo } from '../../shared/commands/ownUndo.ts';

/** Undo of what this page did, and of nothing else. One command is one step; typing on in one text is one step. */
export interface UndoStack {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
  /**
   * Call before a command; a `run` of commands with the same key is undone together. Where it is typing, the next word
   * after a pause is undone by itself. Answers whether this goes on with the step before.
   */
  begin(key: string | null, isTyping?: boolean): boolean;
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
  manager.on('stack-item-added', ({ stackItem, type }) => {
    if (type === 'undo') stackItem.meta.set(KEY, lastKey);
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
    begin(key, isTyping = false) {
      const now = performance.now();
      const goesOn = key !== null && key === lastKey && !(isTyping && now - lastTime > TYPING_PAUSE_MS);
      if (!goesOn) manager.stopCapturing();
      lastKey = key;
      lastTime = now;
      return goesOn;
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
