import { useEffect, useState } from 'react';
import { titleOf } from '../home/mapWords.ts';
import { askLeaving, deleteAccount, type LeftMap } from '../http/auth.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './DeleteDialog.module.css';
import { leave } from './leave.ts';
import { PasswordField } from './PasswordField.tsx';
import { Problem } from './Problem.tsx';
import { useAsk } from './useAsk.ts';
import { useHasPassword } from './useHasPassword.ts';

/** Asks once more before an account goes for good, and says by name what becomes of its maps. */
export function DeleteDialog({ onClose }: { readonly onClose: () => void }) {
  const [maps, setMaps] = useState<readonly LeftMap[] | null>(null);
  const hasPassword = useHasPassword();
  const [password, setPassword] = useState('');
  const { busy, problem, ask, setProblem } = useAsk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when it opens
  useEffect(() => void ask(askLeaving).then((answer) => answer && setMaps(answer.value)), []);
  const remove = async () => {
    if (hasPassword && !password) return setProblem('Type your password: it shows that it is you.');
    if (await ask(() => deleteAccount(hasPassword ? password : null))) await leave('The account is deleted.');
  };
  return (
    <Dialog
      title="Delete the account for good?"
      text="It cannot be brought back. What you wrote on maps stays there."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" disabled={busy || maps === null || hasPassword === null} onClick={() => void remove()}>
            Delete the account
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Maps label="These maps go to the trash, and everybody loses them" maps={maps} became="trash" />
        <Maps label="These maps stay with their other owners" maps={maps} became="others" />
        {maps?.length === 0 && <p className={styles.text}>You own no maps.</p>}
        {hasPassword && <PasswordField label="Your password" isNew={false} value={password} onChange={setPassword} />}
        <Problem text={problem} />
      </div>
    </Dialog>
  );
}

interface MapsProps {
  readonly label: string;
  readonly maps: readonly LeftMap[] | null;
  readonly became: LeftMap['became'];
}

function Maps({ label, maps, became }: MapsProps) {
  const these = maps?.filter((map) => map.became === became) ?? [];
  if (these.length === 0) return null;
  return (
    <div>
      <p className={styles.label} id={`maps-${became}`}>
        {label}
      </p>
      <ul className={styles.list} aria-labelledby={`maps-${became}`}>
        {these.map((map) => (
          <li key={map.id}>{titleOf(map)}</li>
        ))}
      </ul>
    </div>
  );
}
