import { Trash2 } from 'lucide-react';
import { removeItems } from '../../../../shared/commands/removeItems.ts';
import { restoreItems } from '../../../../shared/commands/restoreItems.ts';
import type { ItemRef } from '../../../../shared/model/records.ts';
import { useRun } from '../../../session/SessionContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useReadOnly } from '../../../ui/ReadOnly.tsx';
import { toast } from '../../../ui/toasts.ts';

interface RemoveButtonProps {
  readonly item: ItemRef;
  readonly label: string;
  /** What is said afterwards, beside the way back. */
  readonly done: string;
}

export function RemoveButton({ item, label, done }: RemoveButtonProps) {
  const run = useRun();
  const readOnly = useReadOnly();
  const remove = () => {
    const items = [item];
    if (run(removeItems, { items }).status === 'refused') return;
    toast(done, { action: { label: 'Undo', run: () => run(restoreItems, { items }) } });
  };
  if (readOnly) return null;
  return (
    <div>
      <Button small look="danger" onClick={remove}>
        <Trash2 size={14} aria-hidden />
        {label}
      </Button>
    </div>
  );
}
