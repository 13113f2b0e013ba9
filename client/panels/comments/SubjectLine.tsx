import { LocateFixed, Map as MapIcon } from 'lucide-react';
import { itemOf, type Subject } from '../../../shared/talk/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { goToSubject } from './goToSubject.ts';
import { subjectWords } from './subjectWords.ts';
import styles from './Thread.module.css';

/** What a thread is about, and the way there. What is gone from the map says so, and its thread stays readable. */
export function SubjectLine({ on }: { readonly on: Subject }) {
  // As one string: the words of another item's title must not render this again.
  const [words = '', gone = ''] = useMap((map) => {
    const found = subjectWords(map, on);
    return `${found.words}\n${found.gone ? 'gone' : ''}`;
  }).split('\n');
  const highlight = useView((view) => view.highlight);
  const item = itemOf(on);
  if (gone) {
    return (
      <span className={styles.subject}>
        <span className={styles.goneWords}>{words}</span> is no longer on the map
      </span>
    );
  }
  if (on.kind === 'map') {
    return (
      <span className={styles.subject}>
        <MapIcon size={14} aria-hidden /> The map
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles.place}
      aria-label={`Go to ${words}`}
      onClick={() => goToSubject(on)}
      onPointerEnter={() => highlight(item ? [item] : [])}
      onPointerLeave={() => highlight([])}
    >
      <LocateFixed size={14} aria-hidden />
      <span className={styles.words}>{words}</span>
    </button>
  );
}
