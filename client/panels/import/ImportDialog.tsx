import { addInPieces } from '../../../shared/commands/addInPieces.ts';
import { additionOf } from '../../../shared/import/intoMap.ts';
import { counted } from '../../../shared/model/inWords.ts';
import { newId } from '../../session/newId.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { toast } from '../../ui/toasts.ts';
import ImportFlow, { type AddHere } from './ImportFlow.tsx';
import { closeImport } from './importDialogStore.ts';

const stopped = { status: 'refused', reason: 'Nothing was added.' } as const;

/** Importing where a map is open: onto this map as one undo step, or on a new one. */
export default function ImportDialog() {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const addHere: AddHere = async (imported, progress, signal) => {
    const { items, left } = additionOf(session.store.getState().map, imported, newId);
    const pieces = addInPieces(session.run, session.store.getState().map, items);
    let step = pieces.next();
    while (!step.done) {
      progress(step.value / items.length);
      // The page draws, and hears "Stop", between two pieces.
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) {
        pieces.return(stopped);
        return stopped.reason;
      }
      step = pieces.next();
    }
    if (step.value.status === 'refused') return step.value.reason;
    const added = `Added ${counted(imported.touchpoints.list.length, 'touchpoint')}.`;
    toast([added, 'Undo takes all of it away again.', ...left].join(' '));
    return null;
  };
  return <ImportFlow {...(mayEdit ? { addHere } : {})} onClose={closeImport} />;
}
