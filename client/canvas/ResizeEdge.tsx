import { useMayEdit } from '../session/useMayEdit.ts';
import styles from './Headers.module.css';

/**
 * The edge of a header by which it is resized, a pointer's way alone: keys and the palette have their own, and the
 * details a field.
 */
export function ResizeEdge({ axis }: { readonly axis: 'x' | 'y' }) {
  return useMayEdit() ? <span className={styles.edge} data-resize={axis} title={TITLES[axis]} aria-hidden /> : null;
}

const TITLES = {
  x: 'Drag to widen the step; twice for its usual width',
  y: 'Drag to heighten the lane; twice for its usual height',
};
