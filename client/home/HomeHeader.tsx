import { SunMoon } from 'lucide-react';
import { PersonMenu } from '../people/PersonMenu.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Link } from '../ui/Link.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Menu } from '../ui/Menu.tsx';
import { TRASH_PATH } from '../ui/route.ts';
import { ThemeChoice } from '../ui/ThemeChoice.tsx';
import styles from './HomeHeader.module.css';

export function HomeHeader({ current }: { readonly current: 'maps' | 'trash' | null }) {
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.brand}>
        <Logo />
        <span className={styles.words}>Throughline</span>
      </Link>
      <nav className={styles.nav} aria-label="Pages">
        <Link href="/" className={styles.link} aria-current={current === 'maps' ? 'page' : undefined}>
          Maps
        </Link>
        <Link href={TRASH_PATH} className={styles.link} aria-current={current === 'trash' ? 'page' : undefined}>
          Trash
        </Link>
      </nav>
      <Menu trigger={<IconButton label="Theme" icon={<SunMoon size={17} aria-hidden />} />}>
        <ThemeChoice />
      </Menu>
      <PersonMenu />
    </header>
  );
}
