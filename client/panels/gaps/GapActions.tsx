import { ChevronRight, MapPin } from 'lucide-react';
import { useState } from 'react';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useRun } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { AssignForm } from './AssignForm.tsx';
import { DismissForm } from './DismissForm.tsx';
import styles from './GapActions.module.css';
import { goToGap } from './goToGap.ts';
import { InitiativeForm } from './InitiativeForm.tsx';

type Open = 'assign' | 'initiative' | 'dismiss' | null;

/** Why a gap matters, and what can be done about it besides fixing it. */
export function GapActions({ finding }: { readonly finding: AnsweredFinding }) {
  const run = useRun();
  const [open, setOpen] = useState<Open>(null);
  const [why, setWhy] = useState(false);
  const narrow = useMedia(NARROW);
  const mayEdit = useMayEdit();
  const { answer, id } = finding;
  const assigned = answer.status === 'assigned';
  const toggle = (which: Open) => setOpen(open === which ? null : which);
  const showOnMap = () => {
    useView.getState().showPanel(null);
    goToGap(finding);
  };
  return (
    <div className={styles.actions}>
      <button type="button" className={styles.why} aria-expanded={why} onClick={() => setWhy(!why)}>
        <ChevronRight size={14} className={styles.chevron} aria-hidden />
        Why it matters
      </button>
      {why && <p className={styles.reason}>{finding.why}</p>}
      <div className={styles.buttons}>
        {narrow && (
          <Button small onClick={showOnMap}>
            <MapPin size={14} aria-hidden />
            Show on the map
          </Button>
        )}
        {mayEdit && (
          <>
            <Button small aria-expanded={open === 'assign'} onClick={() => toggle('assign')}>
              {assigned ? 'Reassign' : 'Assign'}
            </Button>
            {assigned && (
              <Button small onClick={() => run(answerGap, { finding: id, answer: { status: 'open' } })}>
                Take back
              </Button>
            )}
            <Button small aria-expanded={open === 'initiative'} onClick={() => toggle('initiative')}>
              Initiative
            </Button>
            <Button small aria-expanded={open === 'dismiss'} onClick={() => toggle('dismiss')}>
              Dismiss
            </Button>
          </>
        )}
      </div>
      {mayEdit && open === 'assign' && <AssignForm finding={finding} />}
      {mayEdit && open === 'initiative' && <InitiativeForm finding={finding} onDone={() => setOpen(null)} />}
      {mayEdit && open === 'dismiss' && <DismissForm finding={finding} />}
    </div>
  );
}
