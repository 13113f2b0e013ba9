import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import styles from '../metrics/MetricItem.module.css';

interface DisclosureProps {
  readonly title: string;
  readonly hint?: string | undefined;
  /** The item whose fields these are, for a fix that leads to one of them. */
  readonly item?: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** One line that opens into its fields. */
export function Disclosure({ title, hint, item, startsOpen = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <div className={styles.item} data-item={item}>
      <button type="button" className={styles.line} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={15} className={styles.chevron} aria-hidden />
        <span className={styles.name}>{title}</span>
        {hint && <span className={styles.target}>{hint}</span>}
      </button>
      {open && <div className={styles.body}>{children}</div>}
    </div>
  );
}
