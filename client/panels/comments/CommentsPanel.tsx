import { ChevronRight } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Thread } from '../../../shared/talk/records.ts';
import { useSession } from '../../session/SessionContext.tsx';
import { loadPeople } from '../../talk/openTalk.ts';
import { useTalk } from '../../talk/talkStore.ts';
import { useMayComment } from '../../talk/useMayComment.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { ShowMore } from '../gaps/ShowMore.tsx';
import { useMost } from '../gaps/useMost.ts';
import fold from '../side/Fold.module.css';
import { CommentChips } from './CommentChips.tsx';
import styles from './CommentsPanel.module.css';
import { type CommentFilter, shownThreads } from './commentFilter.ts';
import { NewComment, useSubjectHere } from './NewComment.tsx';
import threadStyles from './Thread.module.css';
import { ThreadCard } from './ThreadCard.tsx';
import { useMinute } from './useMinute.ts';

/** What people say about the map: threads on items, cells and the map itself. */
export default function CommentsPanel() {
  const talk = useTalk((state) => state.talk);
  const status = useTalk((state) => state.status);
  const marks = useTalk((state) => state.marks);
  const unread = useTalk((state) => state.unread);
  const active = useTalk((state) => state.thread);
  const me = useSession((session) => session.me.id);
  const mayComment = useMayComment();
  const here = useSubjectHere();
  const [filter, setFilter] = useState<CommentFilter>('all');
  const scroller = useRef<HTMLDivElement>(null);
  const now = useMinute();
  const viewpoint = { me, marks, here };
  const { open, resolved } = shownThreads(talk.threads, filter, viewpoint, active);
  const count = (of: CommentFilter) => {
    const found = shownThreads(talk.threads, of, viewpoint, null);
    return found.open.length + found.resolved.length;
  };
  const counts = { all: 0, unread: count('unread'), mentions: count('mentions'), here: count('here') };
  useSought(scroller, active);
  useEffect(() => {
    // Before anybody types an @: a name that is not known yet would not be taken for one.
    if (mayComment) void loadPeople();
  }, [mayComment]);
  const isEmpty = open.length + resolved.length === 0;
  return (
    <div ref={scroller} className={styles.scroller}>
      {mayComment && <NewComment here={here} />}
      <CommentChips filter={filter} counts={counts} unread={unread} here={here} onChoose={setFilter} />
      {isEmpty && status === 'loading' && <Spinner />}
      {isEmpty && status !== 'loading' && (
        <p className={styles.nothing}>{filter === 'all' ? nothingYet(mayComment) : 'Nothing here.'}</p>
      )}
      <ThreadList label="Open threads" threads={open} active={active} now={now} />
      {resolved.length > 0 && <Resolved threads={resolved} active={active} now={now} />}
    </div>
  );
}

const nothingYet = (mayComment: boolean): string =>
  mayComment ? 'No comments yet. Select something on the map and choose Comment (C).' : 'No comments yet.';

interface ThreadListProps {
  readonly label: string;
  readonly threads: readonly Thread[];
  readonly active: string | null;
  readonly now: number;
}

function ThreadList({ label, threads, active, now }: ThreadListProps) {
  const { shown, hidden, showAll } = useMost(threads, ({ id }) => id === active);
  if (threads.length === 0) return null;
  return (
    <>
      <ul className={threadStyles.list} aria-label={label}>
        {shown.map((thread) => (
          <ThreadCard key={thread.id} thread={thread} open={thread.id === active} now={now} />
        ))}
      </ul>
      <ShowMore count={hidden.length} onShow={showAll} />
    </>
  );
}

/** What is done, out of the way and not forgotten. */
function Resolved({ threads, active, now }: Omit<ThreadListProps, 'label'>) {
  const [unfolded, setUnfolded] = useState(false);
  const isShown = unfolded || threads.some(({ id }) => id === active);
  return (
    <section>
      <button type="button" className={fold.toggle} aria-expanded={isShown} onClick={() => setUnfolded(!isShown)}>
        <ChevronRight size={15} className={fold.chevron} aria-hidden />
        {threads.length} resolved
      </button>
      {isShown && <ThreadList label="Resolved threads" threads={threads} active={active} now={now} />}
    </section>
  );
}

/** Scrolls to the thread whose pin was clicked, and to the new comment that is begun. */
function useSought(scroller: RefObject<HTMLElement | null>, active: string | null): void {
  const seek = useTalk((state) => state.seek);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is followed once
  useEffect(() => {
    if (!seek) return;
    const row = active && scroller.current?.querySelector(`[data-thread="${CSS.escape(active)}"]`);
    if (row) row.scrollIntoView({ block: 'nearest' });
    else scroller.current?.scrollTo({ top: 0 });
  }, [seek]);
}
