import type { Outcome } from '../../shared/commands/command.ts';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { runTalk, type TalkCommand } from '../../shared/talk/commands/talkCommand.ts';
import type { TalkSnapshot } from '../../shared/talk/snapshot.ts';
import { writeAgain } from '../../shared/talk/writeAgain.ts';
import type { Saving } from '../session/savedTracker.ts';
import { openTalkCopy, type TalkCopy } from './talkCopy.ts';

/** What a discussion reports to the page. */
export interface TalkEvents {
  changed(talk: TalkSnapshot): void;
  saving(saving: Saving): void;
  /** Whether everything the server has has come at least once. */
  complete(): void;
  closed(): void;
}

/** The one door to the discussion of a map. */
export interface TalkSession {
  run<Input>(command: TalkCommand<Input>, input: NoInfer<Input>): Outcome;
  close(): void;
}

/** A copy that is refused so often in a row is not taken for other reasons than a lost edit. */
const MOST_RENEWALS = 3;

/**
 * Opens the discussion of a map.
 *
 * @param me who writes here, asked when it matters
 */
export function openTalkSession(mapId: string, me: () => string, events: TalkEvents): TalkSession {
  let renewals = 0;
  let closed = false;
  /** The copy before, until all that was written in it is in this one. */
  let before: TalkCopy | null = null;
  let copy = open('kept');

  function open(from: 'kept' | 'server'): TalkCopy {
    let synced = false;
    const opened: TalkCopy = openTalkCopy(mapId, from, {
      changed: (talk) => opened === copy && events.changed(talk),
      saving(saving) {
        if (opened !== copy) return;
        events.saving(saving);
        // By then all the server has is here: it may send what happened a moment ago behind its first answer.
        if (saving.status !== 'saved' || !synced) return;
        if (before) takeOver(before);
        else renewals = 0;
      },
      synced() {
        synced = true;
        events.complete();
      },
      refused: (code) => opened === copy && !closed && refused(code),
    });
    return opened;
  }

  /**
   * When the server does not take what this copy holds, it most likely holds what others wrote and the server lost
   * when it was killed. What was written here is written again into a copy from the server.
   */
  function refused(code: number): void {
    if (code !== closeCodes.badMessage.code || renewals++ >= MOST_RENEWALS) {
      events.closed();
      return;
    }
    if (before) copy.close();
    else before = copy;
    copy = open('server');
  }

  function takeOver(old: TalkCopy): void {
    before = null;
    writeAgain(copy.doc, old.snapshot(), me(), copy.origin);
    // A browser that keeps nothing has nothing to put it into; the page goes on.
    void copy
      .keepInsteadOf(old)
      .catch(() => undefined)
      .then(() => old.close());
  }

  return {
    run: (command, input) => runTalk(copy.doc, command, input, copy.origin),
    close() {
      closed = true;
      before?.close();
      copy.close();
    },
  };
}
