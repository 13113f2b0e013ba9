import { MessageSquarePlus } from 'lucide-react';
import { useMemo } from 'react';
import { idOf } from '../../../shared/model/ids.ts';
import { startThread } from '../../../shared/talk/commands/startThread.ts';
import { type Subject, subjectKey } from '../../../shared/talk/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { newId } from '../../session/newId.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { runInTalk } from '../../talk/openTalk.ts';
import { beginThread, draftOn, useTalk } from '../../talk/talkStore.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './CommentsPanel.module.css';
import { Composer } from './Composer.tsx';
import { focusSoon } from './focusSoon.ts';
import { subjectWords } from './subjectWords.ts';

/** What somebody is at on the map: the one thing selected, else the cell, else the map. */
export function useSubjectHere(): Subject {
  const selected = useView((view) => view.selected);
  const cell = useView((view) => view.cell);
  return useMemo(() => {
    const [item] = selected;
    if (item && selected.length === 1) return { kind: item.kind, id: item.id };
    return cell && selected.length === 0 ? { kind: 'cell', ...cell } : { kind: 'map' };
  }, [selected, cell]);
}

/** Where a thread begins. */
export function NewComment({ here }: { readonly here: Subject }) {
  const draft = useTalk((state) => state.draft);
  const seek = useTalk((state) => state.seek);
  const on = draft ?? here;
  const words = useMap((map) => subjectWords(map, on).words);
  if (!draft) {
    return (
      <Button className={styles.start} data-start-comment="" onClick={() => draftOn(here)}>
        <MessageSquarePlus size={15} aria-hidden />
        <span className={styles.startWords}>Comment on {on.kind === 'map' ? 'the map' : words}</span>
      </Button>
    );
  }
  const send = (text: string, mentions: readonly string[]) => {
    const thread = idOf<'thread'>(newId());
    const outcome = runInTalk(startThread, { thread, comment: idOf(newId()), on, text, mentions });
    if (outcome.status === 'refused') return false;
    beginThread(thread);
    return true;
  };
  return (
    <div className={styles.draft}>
      <p className={styles.about}>Comment on {on.kind === 'map' ? 'the map' : words}</p>
      <Composer
        // Asked for again, it takes the focus again.
        key={`${subjectKey(on)} ${seek?.at}`}
        label={`Comment on ${on.kind === 'map' ? 'the map' : words}`}
        placeholder="Write a comment, or @ somebody"
        send="Comment"
        draft={`new/${subjectKey(on)}`}
        focus
        onSend={send}
        onCancel={() => {
          draftOn(null);
          focusSoon('[data-start-comment]');
        }}
      />
    </div>
  );
}
