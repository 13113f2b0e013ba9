import { Search } from 'lucide-react';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ORDERS } from './arrangeMaps.ts';
import { orderMaps, searchMaps, useHomeView } from './homeView.ts';
import styles from './MapTools.module.css';

/** Finds a map among many. */
export function MapTools() {
  const { search, order } = useHomeView();
  return (
    <search className={styles.tools}>
      <div className={styles.search}>
        <Search size={15} className={styles.glass} aria-hidden />
        <TextField
          label="Search maps"
          labelHidden
          type="search"
          placeholder="Search maps"
          className={styles.field}
          value={search}
          onChange={(event) => searchMaps(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && searchMaps('')}
        />
      </div>
      <div className={styles.order}>
        <Select label="Order" labelHidden value={order} options={ORDERS} onChange={orderMaps} />
      </div>
    </search>
  );
}
