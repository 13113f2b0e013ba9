import type { RowsMapping, SourceSheet } from '../../../shared/import/mapping.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './ImportDialog.module.css';
import { columnChoices } from './meanings.ts';

interface RowsTableProps {
  readonly rows: SourceSheet['rows'];
  readonly mapping: RowsMapping;
  readonly onChange: (mapping: RowsMapping) => void;
}

const SHOWN = 4;

/** The first rows of a list, with what each column means above it. */
export function RowsTable({ rows, mapping, onChange }: RowsTableProps) {
  const heading = rows[mapping.headingRow] ?? [];
  const body = rows.slice(mapping.headingRow + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const choose = (index: number, meaning: (typeof columnChoices)[number]['value']) => {
    const column = meaning === 'none' ? null : meaning;
    // A meaning belongs to one column: chosen here, it is taken from where it was.
    const columns = mapping.columns.map((before, at) => (at === index ? column : before === column ? null : before));
    onChange({ ...mapping, columns });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable for the arrow keys */}
      <section className={styles.tableRoom} tabIndex={0} aria-label="Columns and what they mean">
        <table className={styles.table}>
          <thead>
            <tr>
              {mapping.columns.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is told by its place; its name may be there twice
                <th key={index} scope="col">
                  <span className={styles.columnName}>{heading[index]?.trim() || `Column ${index + 1}`}</span>
                  <Select
                    label={`Meaning of ${heading[index]?.trim() || `column ${index + 1}`}`}
                    labelHidden
                    value={column ?? 'none'}
                    options={columnChoices}
                    onChange={(value) => choose(index, value)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.slice(0, SHOWN).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are shown as they stand and never change places
              <tr key={at}>
                {mapping.columns.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={index}>{row[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
