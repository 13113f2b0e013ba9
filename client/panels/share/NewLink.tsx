import { type FormEvent, useState } from 'react';
import { type CreateLinkBody, PASSWORD_LIMIT } from '../../../shared/protocol/access.ts';
import type { LinkRole } from '../../../shared/protocol/roles.ts';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ShareDialog.module.css';
import { endOf, LASTS, type Lasts, LINK_OPTIONS } from './shareWords.ts';

interface NewLinkProps {
  readonly onCreate: (body: CreateLinkBody) => Promise<void>;
  readonly onCancel?: () => void;
}

export function NewLink({ onCreate, onCancel }: NewLinkProps) {
  const [role, setRole] = useState<LinkRole>('editor');
  const [lasts, setLasts] = useState<Lasts>('never');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const expiresAt = endOf(lasts, Date.now());
    await onCreate({ role, ...(expiresAt && { expiresAt }), ...(password && { password }) });
    setBusy(false);
  };
  return (
    <form className={styles.card} onSubmit={(event) => void create(event)}>
      <Segments label="Whoever opens the link can" value={role} options={LINK_OPTIONS} onChange={setRole} />
      <div className={styles.fields}>
        <Select label="Expires" value={lasts} options={LASTS} onChange={setLasts} />
        <TextField
          label="Password, if it needs one"
          value={password}
          maxLength={PASSWORD_LIMIT}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div className={styles.line}>
        <Button type="submit" look="primary" disabled={busy}>
          Create link
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}
