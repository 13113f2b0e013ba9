import { ColorChoice } from '../../people/ColorChoice.tsx';
import { NameField } from '../../people/NameField.tsx';
import { CursorSwitch } from '../../presence/CursorSwitch.tsx';
import { useMe } from '../../session/me.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Link } from '../../ui/Link.tsx';
import { ACCOUNT_PATH, mapPath, signInPath } from '../../ui/route.ts';
import styles from './MyCard.module.css';

/** The name and colour under which the others see one, and the way to an account. */
export default function MyCard() {
  const { mapId, rename } = useMapSession();
  const me = useMe((state) => state.me);
  return (
    <div className={styles.card}>
      <NameField name={me.name} onChange={(name) => rename({ name })} />
      <ColorChoice value={me.color} onChange={(color) => rename({ color })} />
      <p className={styles.text}>The others on the map see this beside your cursor.</p>
      <CursorSwitch />
      <div className={styles.ways}>
        {me.kind === 'guest' && (
          <Link href={signInPath(mapPath(mapId))} className={styles.link}>
            Sign in
          </Link>
        )}
        <Link href={ACCOUNT_PATH} className={styles.link}>
          {me.kind === 'guest' ? 'You are a guest' : 'Account'}
        </Link>
      </div>
    </div>
  );
}
