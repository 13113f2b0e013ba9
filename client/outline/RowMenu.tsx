import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemRef } from '../../shared/model/records.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './Outline.module.css';
import { useItemTabStop } from './useRow.ts';

interface RowMenuProps {
  readonly item: ItemRef;
  readonly name: string;
  /** Asked for when the menu opens. */
  readonly children: () => ReactNode;
}

/** The menu of a line. */
export function RowMenu({ item, name, children }: RowMenuProps) {
  const tabIndex = useItemTabStop(item);
  const button = (
    <button type="button" className={styles.tool} aria-label={`Actions for ${name}`} tabIndex={tabIndex}>
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={button} focusMoved={hasFocus}>
      {children}
    </Menu>
  );
}

/** A choice may have put the focus into a title that is typed in now. */
const hasFocus = () => document.activeElement !== null && document.activeElement !== document.body;
