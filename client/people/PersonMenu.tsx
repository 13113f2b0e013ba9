import { LogIn, UserRound } from 'lucide-react';
import { useMe } from '../session/me.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { ACCOUNT_PATH, navigate, signInPath, useAddress } from '../ui/route.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './PersonMenu.module.css';

/** Who one is here, on every page but a map. */
export function PersonMenu() {
  const me = useMe((state) => state.me);
  const address = useAddress();
  const isGuest = me.kind === 'guest';
  return (
    <Menu
      trigger={
        <Button look="quiet" className={styles.me}>
          <VisuallyHidden>You are {me.name}</VisuallyHidden>
          <Avatar name={me.name} color={me.color} />
        </Button>
      }
    >
      <MenuItem icon={<UserRound size={15} aria-hidden />} hint={me.name} onSelect={() => navigate(ACCOUNT_PATH)}>
        {isGuest ? 'You' : 'Account'}
      </MenuItem>
      {isGuest && (
        <MenuItem icon={<LogIn size={15} aria-hidden />} onSelect={() => navigate(signInPath(address))}>
          Sign in
        </MenuItem>
      )}
    </Menu>
  );
}
