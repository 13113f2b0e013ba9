import type { ItemRef } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import styles from './Details.module.css';

interface LinkListProps {
  readonly label: string;
  readonly links: readonly { readonly item: ItemRef; readonly title: string; readonly hint?: string | undefined }[];
}

/** Other items of the map, each with the way there. */
export function LinkList({ label, links }: LinkListProps) {
  const show = useView((view) => view.show);
  return (
    <ul className={styles.links} aria-label={label}>
      {links.map(({ item, title, hint }) => (
        <li key={item.id}>
          <button type="button" className={styles.link} onClick={() => show([item])}>
            <span className={styles.linkName}>{title}</span>
            {hint && <span className={styles.hint}>{hint}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
