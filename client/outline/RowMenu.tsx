import { Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
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

/** The menu of a line. A thousand of them cost nothing: each is made when it is asked for first. */
export function RowMenu({ item, name, children }: RowMenuProps) {
  const [asked, setAsked] = useState(false);
  const tabIndex = useItemTabStop(item);
  const button = (
    <button
      type="button"
      className={styles.tool}
      aria-label={`Actions for ${name}`}
      aria-haspopup="menu"
      tabIndex={tabIndex}
      onClick={asked ? undefined : () => setAsked(true)}
    >
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  if (!asked) return button;
  return (
    <Menu defaultOpen trigger={button} focusMoved={hasFocus}>
      {children()}
    </Menu>
  );
}

/** A choice may have put the focus into a title that is typed in now. */
const hasFocus = () => document.activeElement !== null && document.activeElement !== document.body;
