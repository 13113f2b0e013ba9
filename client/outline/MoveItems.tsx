import { ArrowDown, ArrowUp, CornerDownRight, Info, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react';
import type { ItemRef } from '../../shared/model/records.ts';
import { commentOn } from '../canvas/commentHere.ts';
import { openDetails } from '../canvas/openDetails.ts';
import { useMapSession } from '../session/SessionContext.tsx';
import { MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { moveRow, removeRow } from './outlineMoves.ts';
import { rowKey } from './outlineRows.ts';
import { openDialog, typeIn } from './outlineStore.ts';

interface ItemProps {
  readonly item: ItemRef;
}

export function RenameItem({ item }: ItemProps) {
  return (
    <MenuItem icon={<Pencil size={15} />} hint="Enter" onSelect={() => typeIn(item, false, rowKey(item))}>
      {item.kind === 'note' ? 'Edit text' : 'Rename'}
    </MenuItem>
  );
}

/** What the panel at the side has about a line: its details, and what is said about it. */
export function PanelItems({ item }: ItemProps) {
  return (
    <>
      <MenuItem icon={<Info size={15} />} hint="D" onSelect={() => openDetails(item)}>
        Details
      </MenuItem>
      <MenuItem icon={<MessageSquarePlus size={15} />} hint="C" onSelect={() => commentOn(item)}>
        Comment
      </MenuItem>
    </>
  );
}

/** Up, down and, for what stands in a stage or a cell, anywhere else. */
export function MoveItems({ item }: ItemProps) {
  const session = useMapSession();
  return (
    <>
      <MenuItem icon={<ArrowUp size={15} />} hint="Alt+↑" onSelect={() => moveRow(session, item, -1)}>
        Move up
      </MenuItem>
      <MenuItem icon={<ArrowDown size={15} />} hint="Alt+↓" onSelect={() => moveRow(session, item, 1)}>
        Move down
      </MenuItem>
      {item.kind !== 'stage' && item.kind !== 'lane' && <MoveToItem item={item} label="Move to…" />}
    </>
  );
}

export function MoveToItem({ item, label }: ItemProps & { readonly label: string }) {
  return (
    <MenuItem icon={<CornerDownRight size={15} />} hint="M" onSelect={() => openDialog({ kind: 'move', item })}>
      {label}
    </MenuItem>
  );
}

export function DeleteItem({ item }: ItemProps) {
  const session = useMapSession();
  return (
    <>
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={15} />} hint="Del" danger onSelect={() => removeRow(session, item)}>
        Delete
      </MenuItem>
    </>
  );
}
