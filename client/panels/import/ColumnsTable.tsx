import type { ColumnsMapping, SourceSheet } from '../../../shared/import/mapping.ts';
import { classes } from '../../ui/classes.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './ImportDialog.module.css';
import { rowChoices } from './meanings.ts';

interface ColumnsTableProps {
  readonly rows: SourceSheet['rows'];
  readonly mapping: ColumnsMapping;
  readonly onChange: (mapping: ColumnsMapping) => void;
}

/** As many as tell what a row is about. */
const SHOWN_COLUMNS = 4;
const SHOWN_ROWS = 60;

/** The sheet with steps as columns, with what each row means at its left. */
export function ColumnsTable({ rows, mapping, onChange }: ColumnsTableProps) {
  const { labelColumn } = mapping;
  const first = labelColumn + 1;
  const filled = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.some((cell, at) => at > labelColumn && cell.trim() !== ''))
    .slice(0, SHOWN_ROWS);
  const choose = (index: number, meaning: (typeof rowChoices)[number]['value']) =>
    onChange({
      ...mapping,
      rows: rows.map((_, at) => (at === index ? (meaning === 'none' ? null : meaning) : (mapping.rows[at] ?? null))),
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable for the arrow keys
    <section className={classes(styles.tableRoom, styles.sheet)} tabIndex={0} aria-label="Rows and what they mean">
      <table className={styles.table}>
        <tbody>
          {filled.map(({ row, index }) => {
            const label = row[labelColumn]?.trim() || `Row ${index + 1}`;
            return (
              <tr key={index}>
                <th scope="row">
                  <div className={styles.rowHead}>
                    <span className={styles.rowName} title={label}>
                      {label}
                    </span>
                    <Select
                      label={`Meaning of ${label}`}
                      labelHidden
                      value={mapping.rows[index] ?? 'none'}
                      options={rowChoices}
                      onChange={(value) => choose(index, value)}
                    />
                  </div>
                </th>
                {row.slice(first, first + SHOWN_COLUMNS).map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are shown as they stand and never change places
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
