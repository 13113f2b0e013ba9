import { Eye, Presentation, X } from 'lucide-react';
import { useState } from 'react';
import { useMap, useSession } from '../session/SessionContext.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Following.module.css';
import { follow, stopFollowing, useFollow } from './followStore.ts';
import { useFollowing } from './useFollowing.ts';

/** Says whom one follows, or offers to follow who presents the map. */
export default function Following() {
  useFollowing();
  const target = useFollow((state) => state.target);
  const [declined, setDeclined] = useState<number | null>(null);
  // One string, so that the others' moving cursors do not count as a change.
  const presenter = useSession(({ others }) => {
    const other = others.find(({ presenting }) => presenting !== null);
    return other ? `${other.client} ${other.presenting} ${other.user.name}` : null;
  });
  const [client, stage, ...words] = presenter?.split(' ') ?? [];
  const name = words.join(' ');
  const title = useMap((map) => map.stages.get(stage ?? '')?.title);

  if (target) {
    const presents = target.kind === 'presenter';
    return (
      <>
        <div className={styles.frame} aria-hidden />
        <div className={styles.bar} data-follow-bar role="status">
          {presents ? <Presentation size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
          <span className={styles.words}>
            Following {target.name}
            {presents && title ? `: ${title}` : ''}
          </span>
          <Button look="quiet" onClick={stopFollowing}>
            Stop
          </Button>
        </div>
      </>
    );
  }
  if (!presenter || declined === Number(client)) return null;
  return (
    <div className={styles.bar} data-follow-bar role="status">
      <Presentation size={15} aria-hidden />
      <span className={styles.words}>
        {name} is presenting{title ? `: ${title}` : ''}
      </span>
      <Button onClick={() => follow({ kind: 'presenter', client: Number(client), name })}>Follow along</Button>
      <IconButton
        label="Do not follow"
        icon={<X size={15} aria-hidden />}
        small
        onClick={() => setDeclined(Number(client))}
      />
    </div>
  );
}
