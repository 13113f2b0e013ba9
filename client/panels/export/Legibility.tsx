import { LEGIBLE } from '../../../shared/export/legibility.ts';
import { type SheetName, sheets } from '../../../shared/export/sheet.ts';
import { Button } from '../../ui/Button.tsx';
import type { Choices } from './choices.ts';
import styles from './ExportDialog.module.css';

interface LegibilityProps {
  readonly smallest: number;
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** Says when print would be too small to read, and what would help. */
export function Legibility({ smallest, choices, onChange }: LegibilityProps) {
  const size = smallest.toFixed(1);
  if (smallest >= LEGIBLE - 0.05) return <p className={styles.hint}>The smallest text is {size} pt.</p>;
  const larger = choices.mode === 'poster' ? legibleSheet(choices.sheet, smallest) : null;
  return (
    <div className={styles.warning} role="status">
      <p>The smallest text would be {size} pt, which is hard to read on paper.</p>
      <div className={styles.ways}>
        {choices.mode === 'poster' && (
          <Button small onClick={() => onChange({ mode: 'stages' })}>
            One stage a page
          </Button>
        )}
        {larger !== null && (
          <Button small onClick={() => onChange({ sheet: larger })}>
            {larger.toUpperCase()} instead
          </Button>
        )}
      </div>
    </div>
  );
}

/** The smallest sheet on which the same poster can be read: text grows as the sheet does. */
function legibleSheet(now: SheetName, smallest: number): SheetName | null {
  const order: readonly SheetName[] = ['a4', 'a3', 'a2', 'a1', 'a0'];
  const needed = (sheets[now].width * LEGIBLE) / smallest;
  return order.find((name) => sheets[name].width >= needed * 0.98) ?? null;
}
