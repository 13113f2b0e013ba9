import { addItems } from '../../../shared/commands/addItems.ts';
import { counted } from '../../../shared/gaps/words.ts';
import { additionOf } from '../../../shared/import/intoMap.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { newId } from '../../session/newId.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { toast } from '../../ui/toasts.ts';
import ImportFlow from './ImportFlow.tsx';
import { closeImport } from './importDialogStore.ts';

/** Importing where a map is open: onto this map as one undo step, or on a new one. */
export default function ImportDialog() {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const addHere = (imported: MapSnapshot): string | null => {
    const { items, left } = additionOf(session.store.getState().map, imported, newId);
    const outcome = session.run(addItems, { items });
    if (outcome.status === 'refused') return outcome.reason;
    const added = `Added ${counted(imported.touchpoints.list.length, 'touchpoint')}.`;
    toast([added, 'Undo takes all of it away again.', ...left].join(' '));
    return null;
  };
  return <ImportFlow {...(mayEdit ? { addHere } : {})} onClose={closeImport} />;
}
