import { CheckCheck } from 'lucide-react';
import type { Subject } from '../../../shared/talk/records.ts';
import { markAllRead } from '../../talk/openTalk.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import chips from '../side/Chips.module.css';
import styles from './CommentsPanel.module.css';
import type { CommentFilter } from './commentFilter.ts';

interface CommentChipsProps {
  readonly filter: CommentFilter;
  readonly counts: Readonly<Record<CommentFilter, number>>;
  readonly unread: number;
  readonly here: Subject;
  readonly onChoose: (filter: CommentFilter) => void;
}

const WORDS: Readonly<Record<CommentFilter, string>> = {
  all: 'All',
  unread: 'Unread',
  mentions: 'Mentions you',
  here: 'On what is selected',
};

/** Narrows the list down, and calls everything read. */
export function CommentChips({ filter, counts, unread, here, onChoose }: CommentChipsProps) {
  const offered = (['all', 'unread', 'mentions', 'here'] as const).filter(
    (option) =>
      option === 'all' || option === filter || (counts[option] > 0 && (option !== 'here' || here.kind !== 'map')),
  );
  if (offered.length === 1) return null;
  return (
    <div className={styles.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form */}
      <div className={classes(chips.chips, styles.chips)} role="group" aria-label="Show threads">
        {offered.map((option) => (
          <button
            key={option}
            type="button"
            className={chips.chip}
            aria-pressed={option === filter}
            onClick={() => onChoose(option === filter ? 'all' : option)}
          >
            {WORDS[option]}
            {option !== 'all' && <span>{counts[option]}</span>}
          </button>
        ))}
      </div>
      {unread > 0 && (
        <IconButton label="Mark all as read" small icon={<CheckCheck size={16} aria-hidden />} onClick={markAllRead} />
      )}
    </div>
  );
}
