import { Trash2 } from 'lucide-react';
import { KIND_NAMES } from '../../../shared/commands/refuse.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { restoreItems } from '../../../shared/commands/restoreItems.ts';
import { counted } from '../../../shared/model/inWords.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useRun } from '../../session/SessionContext.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useReadOnly } from '../../ui/ReadOnly.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './ItemsHeader.module.css';

/** What is selected, and the way to delete it. */
export function ItemsHeader({ items }: { readonly items: readonly ItemRef[] }) {
  const run = useRun();
  const readOnly = useReadOnly();
  const select = useView((view) => view.select);
  const kind = items[0]?.kind ?? 'touchpoint';
  const name = KIND_NAMES[kind];
  const words = items.length === 1 ? capital(name) : `${counted(items.length, name)} selected`;
  const remove = () => {
    if (run(removeItems, { items }).status === 'refused') return;
    select([]);
    toast(items.length === 1 ? `${capital(name)} deleted.` : `${counted(items.length, name)} deleted.`, {
      action: { label: 'Undo', run: () => run(restoreItems, { items }) },
    });
  };
  return (
    <div className={styles.header}>
      <h3 className={styles.kind}>{words}</h3>
      {!readOnly && <IconButton label="Delete" small icon={<Trash2 size={16} aria-hidden />} onClick={remove} />}
    </div>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
