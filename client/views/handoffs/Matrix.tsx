import { TriangleAlert } from 'lucide-react';
import type { CSSProperties } from 'react';
import { hours } from '../../../shared/gaps/words.ts';
import type { HandoffMatrix, MatrixCell } from '../../../shared/insights/handoffMatrix.ts';
import type { Lane } from '../../../shared/model/records.ts';
import { classes } from '../../ui/classes.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import view from '../View.module.css';
import styles from './Matrix.module.css';

interface MatrixProps {
  readonly matrix: HandoffMatrix;
  readonly chosen: MatrixCell | null;
  readonly onChoose: (cell: MatrixCell | null) => void;
}

/** Departments down hand over to departments across. The redder a cell, the larger its share of broken hand-offs. */
export function Matrix({ matrix: { departments, cells }, chosen, onChoose }: MatrixProps) {
  const byEnds = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={view.scroll} tabIndex={0} aria-label="Matrix of hand-offs">
      <table className={classes(view.table, styles.matrix)}>
        <thead>
          <tr>
            <th scope="col">From ↓ to →</th>
            {departments.map(({ id, title }) => (
              <th key={id} scope="col">
                {title || 'Untitled lane'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map((from) => (
            <tr key={from.id}>
              <th scope="row">{from.title || 'Untitled lane'}</th>
              {departments.map((to) => {
                const cell = byEnds.get(`${from.id} ${to.id}`);
                const isChosen = cell !== undefined && cell === chosen;
                return (
                  <td key={to.id} className={classes(styles.cell, from === to && styles.inside)}>
                    {cell && (
                      <CellButton
                        cell={cell}
                        from={from}
                        to={to}
                        chosen={isChosen}
                        onChoose={() => onChoose(isChosen ? null : cell)}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellButtonProps {
  readonly cell: MatrixCell;
  readonly from: Lane;
  readonly to: Lane;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function CellButton({ cell, from, to, chosen, onChoose }: CellButtonProps) {
  const { handoffs, broken, wait, target, late } = cell;
  const waits = wait === null ? '' : `${hours(wait)}${target === null ? '' : `, ${hours(target)} agreed`}`;
  const share = `${Math.round((broken / handoffs.length) * 100)}%`;
  const name = (lane: Lane) => lane.title || 'Untitled lane';
  return (
    <button
      type="button"
      className={styles.button}
      style={{ '--broken': share } as CSSProperties}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className={styles.count}>
        <VisuallyHidden>
          {name(from)} to {name(to)}:{' '}
        </VisuallyHidden>
        {handoffs.length}
        <VisuallyHidden> {handoffs.length === 1 ? 'hand-off' : 'hand-offs'}, </VisuallyHidden>
        {broken > 0 && (
          <span className={styles.broken}>
            <TriangleAlert size={12} aria-hidden /> {broken} broken
          </span>
        )}
      </span>
      {waits && (
        <span className={classes(styles.wait, late && view.bad)}>
          <VisuallyHidden>, average wait </VisuallyHidden>
          {waits}
        </span>
      )}
    </button>
  );
}
