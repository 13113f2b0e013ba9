import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { StoreApi } from 'zustand/vanilla';
import type { Command, Outcome } from '../../shared/commands/command.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { ChangeMeBody, VisiblePerson } from '../../shared/protocol/access.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import type { Other, OwnPresence } from '../presence/presence.ts';
import type { Opening } from './opening.ts';
import type { Unsaved } from './renewal.ts';
import type { Saving } from './savedTracker.ts';

/** What this page knows at one moment; components pick from it what they show. */
export interface SessionState {
  readonly opening: Opening;
  readonly map: MapSnapshot;
  readonly saving: Saving;
  readonly me: VisiblePerson;
  /** What one is on this map: null until it is known; without a network what was known last. */
  readonly role: Role | null;
  /** What became of edits that were not saved when the right to edit went; `at` tells two such moments apart. */
  readonly unsaved: { readonly became: Unsaved; readonly at: number } | null;
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
  /** For whom it was opened, empty until that is known. Who sits here by now may be somebody else. */
  openedFor(): string;
  /**
   * Runs a command as one undo step; a refusal is returned and shown. Commands with the same `together` that follow
   * one another are undone together; of what is typed, each run of words without a pause by itself.
   */
  run<Input>(command: Command<Input>, input: Input, together?: string): Outcome;
  undo(): void;
  redo(): void;
  /** What was run with this `together` has been taken back since: there is nothing of it to undo. */
  forget(together: string): void;
  /** Another name or colour for oneself, everywhere; when the server refuses, that is shown like a refused command. */
  rename(me: ChangeMeBody): void;
  /** Puts edits on the map that lay aside: everything in this state of it that it lacks. One undo step. */
  takeBack(state: Uint8Array): void;
  /** Opens the map as the server has it. What this browser holds is set aside, not sent again and not destroyed. */
  openAnew(): Promise<void>;
  close(): void;
}
