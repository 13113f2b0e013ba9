import { type Subject, subjectKey, type Thread } from '../../../shared/talk/records.ts';
import { liveComments, saysSomething } from '../../../shared/talk/snapshot.ts';
import { type ReadMarks, unreadIn } from '../../../shared/talk/unread.ts';

/** Which threads the panel shows. */
export type CommentFilter = 'all' | 'unread' | 'mentions' | 'here';

interface Viewpoint {
  readonly me: string;
  readonly marks: ReadMarks | null;
  readonly here: Subject;
}

function passes(thread: Thread, filter: CommentFilter, { me, marks, here }: Viewpoint): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unread':
      return marks !== null && unreadIn(thread, marks, me) > 0;
    case 'mentions':
      return liveComments(thread).some(({ mentions }) => mentions.includes(me));
    case 'here':
      return subjectKey(thread.on) === subjectKey(here);
    default:
      return filter satisfies never;
  }
}

/** What there is to show, the newest first. The one that is open stays, whatever the filter says of it by now. */
export function shownThreads(
  threads: readonly Thread[],
  filter: CommentFilter,
  viewpoint: Viewpoint,
  open: string | null,
): { readonly open: readonly Thread[]; readonly resolved: readonly Thread[] } {
  const shown = threads
    .filter((thread) => saysSomething(thread) && (thread.id === open || passes(thread, filter, viewpoint)))
    .reverse();
  return { open: shown.filter(({ resolved }) => !resolved), resolved: shown.filter(({ resolved }) => resolved) };
}
