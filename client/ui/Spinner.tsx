import { LoaderCircle } from 'lucide-react';
import styles from './Spinner.module.css';

/** Something is under way; what, the words beside it say. */
export const Spinner = ({ size = 15 }: { readonly size?: number }) => (
  <LoaderCircle size={size} className={styles.spinner} aria-hidden />
);
