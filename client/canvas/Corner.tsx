import { useLayoutPart } from '../session/mapViews.ts';
import styles from './Headers.module.css';

/** The corner between the pinned headers. */
export function Corner() {
  const height = useLayoutPart((layout) => layout.stageRowHeight + layout.stepRowHeight);
  return <div className={styles.corner} style={{ height }} data-pinned="" />;
}
