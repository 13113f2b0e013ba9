import { create } from 'zustand';
import type { VisiblePerson } from '../../shared/protocol/access.ts';
import type { Subject } from '../../shared/talk/records.ts';
import { EMPTY_TALK, type TalkSnapshot } from '../../shared/talk/snapshot.ts';
import type { ReadMarks } from '../../shared/talk/unread.ts';
import type { Saving } from '../session/savedTracker.ts';
import { NO_PINS, type Pins } from './pins.ts';
import type { TalkSession } from './talkSession.ts';

/**
 * What this page knows of the discussion of the map it shows. The code that fetches it comes after the map is drawn;
 * until then there is nothing here.
 */
export interface TalkState {
  readonly session: TalkSession | null;
  readonly talk: TalkSnapshot;
  /** `loading` until the server has told all there is, or what this browser keeps has been read. */
  readonly status: 'loading' | 'open' | 'closed';
  readonly saving: Saving;
  /** Null until the server has said it: then nothing is called unread. */
  readonly marks: ReadMarks | null;
  readonly pins: Pins;
  /** Comments somebody else wrote that one has not read. */
  readonly unread: number;
  /** Who may be mentioned; null until somebody asks. */
  readonly people: readonly VisiblePerson[] | null;
  /** The thread that is open in the panel. */
  readonly thread: string | null;
  /** The thread that was just begun here: who writes on goes on in it. */
  readonly begun: string | null;
  /** A wish to see the thread that is open; `at` tells two wishes apart. */
  readonly seek: { readonly at: number } | null;
  /** What a new comment is being written about. */
  readonly draft: Subject | null;
  /** What was typed up to `since`, before the field for it was there; null when it is, or none is wanted. */
  readonly ahead: { readonly text: string; readonly since: number } | null;
}

const NOTHING: Omit<TalkState, 'session'> = {
  talk: EMPTY_TALK,
  status: 'loading',
  saving: { status: 'saved' },
  marks: null,
  pins: NO_PINS,
  unread: 0,
  people: null,
  thread: null,
  begun: null,
  seek: null,
  draft: null,
  ahead: null,
};

export const useTalk = create<TalkState>(() => ({ session: null, ...NOTHING }));

/** Forgets what belonged to the map that was shown. */
export const leaveTalk = (): void => useTalk.setState({ session: null, ...NOTHING });

/** Opens a thread in the panel, or closes the one that is open. */
export const openThread = (thread: string | null): void => useTalk.setState({ thread, begun: null });

/** A thread was begun here: it is open, and ready to go on. */
export const beginThread = (thread: string): void => useTalk.setState({ thread, begun: thread, draft: null });

/** Opens a thread and brings it into sight, for whoever clicked on its pin. */
export const seekThread = (thread: string): void =>
  useTalk.setState({ thread, begun: null, draft: null, seek: { at: performance.now() } });

/** Begins a comment on something, or leaves off. */
export function draftOn(draft: Subject | null): void {
  const at = performance.now();
  if (!draft) useTalk.setState({ draft, ahead: null });
  else useTalk.setState({ draft, ahead: { text: '', since: at }, thread: null, seek: { at } });
}

/** The code of the field may still be on its way: whoever types nothing for so long is not kept from the map for it. */
const PATIENCE_MS = 3000;

/** Keeps a letter for the field that is about to come; false when none is. */
export function typeAhead({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const { ahead } = useTalk.getState();
  const now = performance.now();
  if (!ahead || now - ahead.since > PATIENCE_MS || ctrlKey || metaKey || altKey) return false;
  if (key === 'Escape') draftOn(null);
  else if (key === 'Backspace') useTalk.setState({ ahead: { text: ahead.text.slice(0, -1), since: now } });
  else if ([...key].length === 1) useTalk.setState({ ahead: { text: ahead.text + key, since: now } });
  return true;
}

/** The field is there: what was typed for it, once. */
export function takeAhead(): string {
  const text = useTalk.getState().ahead?.text ?? '';
  useTalk.setState({ ahead: null });
  return text;
}
