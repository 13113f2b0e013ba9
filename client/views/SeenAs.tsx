import { X } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { choosePersona, usePersona } from './chosenPersona.ts';
import styles from './SeenAs.module.css';

/** Says through whose eyes the map is looked at, wherever that changes what is shown. */
export function SeenAs() {
  const persona = usePersona();
  if (!persona) return null;
  return (
    <p className={styles.seen} role="status">
      <span className={styles.words}>
        Seen as <strong>{persona.name || 'an unnamed persona'}</strong>
      </span>
      <Button small look="quiet" onClick={() => choosePersona(null)}>
        <X size={14} aria-hidden />
        Everyone
      </Button>
    </p>
  );
}
