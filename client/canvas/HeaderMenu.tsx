import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu } from '../ui/Menu.tsx';
import styles from './Headers.module.css';

/** The small button of a header and the menu behind it. */
export function HeaderMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
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
