import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapPerson, ShareLink } from '../../../shared/protocol/access.ts';
import type { Answer } from '../../http/request.ts';
import { listLinks, listPeople } from '../../http/sharing.ts';

export type Listing<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly list: readonly T[] }
  | { readonly status: 'failed'; readonly message: string };

export interface Sharing {
  readonly people: Listing<MapPerson>;
  readonly links: Listing<ShareLink>;
  /** Why the last change was refused, in a sentence: beside the dialog nobody would hear it. */
  readonly problem: string | null;
  /** Waits for a change and asks for both lists anew. Answers whether it was done. */
  act<T>(change: Promise<Answer<T>>): Promise<boolean>;
  refresh(): Promise<void>;
}

const LOADING = { status: 'loading' } as const;

/**
 * Who has the map and by which links, asked for as far as the role allows.
 *
 * @param present changes when somebody comes or goes, or the network is back: then the lists are older than what is
 *   on the screen
 */
export function useSharing(map: string, asks: { people: boolean; links: boolean }, present: string): Sharing {
  const [people, setPeople] = useState<Listing<MapPerson>>(LOADING);
  const [links, setLinks] = useState<Listing<ShareLink>>(LOADING);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef(0);
  const { people: wantsPeople, links: wantsLinks } = asks;
  const refresh = useCallback(async () => {
    const mine = ++asked.current;
    const [somePeople, someLinks] = await Promise.all([
      wantsPeople ? listPeople(map) : null,
      wantsLinks ? listLinks(map) : null,
    ]);
    // An answer that was overtaken would show what is over.
    if (mine !== asked.current) return;
    if (somePeople) setPeople(newer(somePeople));
    if (someLinks) setLinks(newer(someLinks));
  }, [map, wantsPeople, wantsLinks]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes or goes is reason to ask again
  useEffect(() => {
    void refresh();
  }, [refresh, present]);
  const act = async <T>(change: Promise<Answer<T>>) => {
    const answer = await change;
    setProblem(answer.status === 'failed' ? answer.message : null);
    await refresh();
    return answer.status === 'done';
  };
  return { people, links, problem, act, refresh };
}

/** What is there stays while the server does not answer: it is asked again when it can be reached. */
const newer =
  <T>(answer: Answer<T[]>) =>
  (before: Listing<T>): Listing<T> => {
    if (answer.status === 'done') return { status: 'ready', list: answer.value };
    return before.status === 'ready' ? before : { status: 'failed', message: answer.message };
  };
