import type * as Y from 'yjs';
import { readComment, readStamp } from '../../shared/talk/readTalk.ts';
import { storedEntry, talkRoot } from '../../shared/talk/talkDoc.ts';

/** Whether a discussion holds anything that says it is of this person or calls them. */
export function concernsPerson(doc: Y.Doc, person: string): boolean {
  const isTheirs = (stamp: unknown) => readStamp(stamp)?.person === person;
  return (
    [...talkRoot(doc, 'stamps').values()].some(isTheirs) ||
    [...talkRoot(doc, 'settled').values()].some(isTheirs) ||
    [...talkRoot(doc, 'comments').entries()].some(([id, stored]) => mentionsIn(id, stored).includes(person))
  );
}

/**
 * A guest has signed in to the account they already had: what they wrote is the account's from now on, to be changed
 * and deleted by it. The name it was written under stays. Call inside a change of the server's own.
 */
export function handOverTalk(doc: Y.Doc, from: string, to: string): void {
  for (const root of ['stamps', 'settled'] as const) {
    const stamps = talkRoot(doc, root);
    for (const [id, stored] of [...stamps.entries()]) {
      const stamp = readStamp(stored);
      if (stamp?.person === from) stamps.set(id, { ...stamp, person: to });
    }
  }
  for (const [id, stored] of [...talkRoot(doc, 'comments').entries()]) {
    const mentions = mentionsIn(id, stored);
    if (!mentions.includes(from)) continue;
    const others = mentions.filter((person) => person !== from && person !== to);
    storedEntry(doc, 'comments', id)?.set('mentions', [...others, to]);
  }
}

const mentionsIn = (id: string, stored: unknown): readonly string[] => readComment(id, stored, null)?.mentions ?? [];
