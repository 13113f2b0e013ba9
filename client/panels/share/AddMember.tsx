import { type FormEvent, useState } from 'react';
import type { Role } from '../../../shared/protocol/roles.ts';
import { addMember } from '../../http/sharing.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ShareDialog.module.css';
import { ROLE_OPTIONS } from './shareWords.ts';
import type { Sharing } from './useSharing.ts';

/** Makes somebody who has an account a member, by its address. */
export function AddMember({ act }: { readonly act: Sharing['act'] }) {
  const { mapId } = useMapSession();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [error, setError] = useState<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!address) return setError('Write the address of an account first.');
    const answer = await addMember(mapId, { email: address, role });
    // Beside the field: what is wrong with an address should not go away before it is read.
    if (answer.status === 'failed') return setError(answer.message);
    setEmail('');
    await act(Promise.resolve(answer));
  };
  return (
    <form className={styles.fields} noValidate onSubmit={(event) => void add(event)}>
      <TextField
        label="Add somebody by email"
        type="email"
        inputMode="email"
        value={email}
        error={error}
        onChange={(event) => {
          setEmail(event.target.value);
          setError(null);
        }}
      />
      <div className={styles.line}>
        <div className={styles.grow}>
          <Select label="As" value={role} options={ROLE_OPTIONS} onChange={setRole} />
        </div>
        <Button type="submit" className={styles.beside}>
          Add
        </Button>
      </div>
    </form>
  );
}
