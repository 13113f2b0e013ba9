import { useMemo } from 'react';
import type { VisiblePerson } from '../../../shared/protocol/access.ts';
import type { TalkSnapshot } from '../../../shared/talk/snapshot.ts';
import { useTalk } from '../../talk/talkStore.ts';

const indexes = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** Under which names people wrote, whose ids a comment mentions: a name may have changed since. */
function writtenNames(talk: TalkSnapshot): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(talk.comments);
  if (known) return known;
  const names = new Map<string, string[]>();
  for (const { stamp } of talk.comments.values()) {
    if (!stamp) continue;
    const own = names.get(stamp.person) ?? [];
    if (!own.includes(stamp.name)) names.set(stamp.person, [...own, stamp.name]);
  }
  indexes.set(talk.comments, names);
  return names;
}

/** The names under which these people may be mentioned in a text. */
export function usePeopleNames(ids: readonly string[]): readonly string[] {
  const people = useTalk((state) => state.people);
  const talk = useTalk((state) => state.talk);
  return useMemo(() => (ids.length === 0 ? [] : ids.flatMap((id) => namesOf(id, people, talk))), [ids, people, talk]);
}

const namesOf = (id: string, people: readonly VisiblePerson[] | null, talk: TalkSnapshot): readonly string[] => {
  const name = people?.find((person) => person.id === id)?.name;
  return [...(name ? [name] : []), ...(writtenNames(talk).get(id) ?? [])];
};
