import { Button } from '../../ui/Button.tsx';
import styles from './GapItem.module.css';

export const ShowMore = ({ count, onShow }: { readonly count: number; readonly onShow: () => void }) =>
  count > 0 && (
    <div className={styles.more}>
      <Button small onClick={onShow}>
        Show {count} more
      </Button>
    </div>
  );
