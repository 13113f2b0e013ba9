import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMayEdit } from '../session/useMayEdit.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './Headers.module.css';

/** The small button of a header and the menu behind it: everything in it changes the map. */
export function HeaderMenu({ label, children }: { readonly label: string; readonly children: () => ReactNode }) {
  const mayEdit = useMayEdit();
  if (!mayEdit) return null;
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.tool} aria-label={label}>
          <Ellipsis size={15} aria-hidden />
        </button>
      }
    >
      {children}
    </Menu>
  );
}
