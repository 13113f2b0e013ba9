import type * as Y from 'yjs';
import { readComment, readStamp } from '../../shared/talk/readTalk.ts';
import { storedEntry, talkRoot } from '../../shared/talk/talkDoc.ts';

/** Everybody of whom a discussion says that something is theirs or calls them, by their ids. */
export function peopleIn(doc: Y.Doc): ReadonlySet<string> {
  const people = new Set<string>();
  for (const root of ['stamps', 'settled'] as const) {
    for (const stored of talkRoot(doc, root).values()) {
      const stamp = readStamp(stored);
      if (stamp) people.add(stamp.person);
    }
  }
  for (const [id, stored] of talkRoot(doc, 'comments').entries()) {
    for (const person of mentionsIn(id, stored)) people.add(person);
  }
  return people;
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
