import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemRef } from '../../shared/model/records.ts';
import { useMayEdit } from '../session/useMayEdit.ts';
import { useMayComment } from '../talk/useMayComment.ts';
import { Menu } from '../ui/Menu.tsx';
import { PanelItems } from './MoveItems.tsx';
import styles from './Outline.module.css';
import { useItemTabStop } from './useRow.ts';

interface RowMenuProps {
  readonly item: ItemRef;
  readonly name: string;
  /** What whoever may edit can do; asked for when the menu opens. */
  readonly children: () => ReactNode;
}

/** The menu of a line: for whoever may only comment, what the panel has about it. */
export function RowMenu({ item, name, children }: RowMenuProps) {
  const tabIndex = useItemTabStop(item);
  const mayEdit = useMayEdit();
  const mayComment = useMayComment();
  if (!mayComment) return null;
  const button = (
    <button type="button" className={styles.tool} aria-label={`Actions for ${name}`} tabIndex={tabIndex}>
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={button} focusMoved={hasFocus}>
      {mayEdit ? children : <PanelItems item={item} />}
    </Menu>
  );
}

/** A choice may have put the focus into a title that is typed in now. */
const hasFocus = () => document.activeElement !== null && document.activeElement !== document.body;
