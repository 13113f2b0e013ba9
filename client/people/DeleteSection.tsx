import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import styles from './PersonPage.module.css';

export function DeleteSection() {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="delete">
      <h2 id="delete" className={styles.heading}>
        Delete the account
      </h2>
      <p className={styles.text}>
        Maps that have another owner stay with them. Maps that only you own go to the trash for everybody.
      </p>
      <div className={styles.ways}>
        <Button look="danger" onClick={() => setOpen(true)}>
          Delete the account
        </Button>
      </div>
      {open && <DeleteDialog onClose={() => setOpen(false)} />}
    </section>
  );
}
