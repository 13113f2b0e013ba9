import { type FormEvent, useState } from 'react';
import { type ChangeLinkBody, PASSWORD_LIMIT, type ShareLink } from '../../../shared/protocol/access.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ShareDialog.module.css';
import { endOf, LASTS, type Lasts } from './shareWords.ts';

interface LinkSettingsProps {
  readonly link: ShareLink;
  readonly onSave: (body: ChangeLinkBody) => Promise<void>;
  readonly onCancel: () => void;
}

const KEEP = { value: 'keep', label: 'As it is' } as const;

/** When a link ends, and what it asks for; who came by it before stays. */
export function LinkSettings({ link, onSave, onCancel }: LinkSettingsProps) {
  const [lasts, setLasts] = useState<Lasts | 'keep'>('keep');
  const [password, setPassword] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    void onSave({
      ...(lasts !== 'keep' && { expiresAt: endOf(lasts, Date.now()) }),
      ...(password && { password }),
    });
  };
  return (
    <form className={styles.inner} onSubmit={save}>
      <div className={styles.fields}>
        <Select label="Expires" value={lasts} options={[KEEP, ...LASTS]} onChange={setLasts} />
        <TextField
          label={link.hasPassword ? 'Another password' : 'Password'}
          value={password}
          maxLength={PASSWORD_LIMIT}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div className={styles.line}>
        <Button type="submit" disabled={lasts === 'keep' && password === ''}>
          Save
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        {link.hasPassword && <Button onClick={() => void onSave({ password: null })}>Take the password away</Button>}
      </div>
    </form>
  );
}
