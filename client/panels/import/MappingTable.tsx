import { columnHeads } from '../../../shared/export/csv/columnHeads.ts';
import { COLUMNS, type Column } from '../../../shared/import/columns.ts';
import { type Mapping, mappingOfSheet, type SourceSheet } from '../../../shared/import/mapping.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './ImportDialog.module.css';

interface MappingTableProps {
  readonly sheets: readonly SourceSheet[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const SHOWN = 4;
type Meaning = Column | 'none';
const meanings: readonly { readonly value: Meaning; readonly label: string }[] = [
  { value: 'none', label: 'Into the description' },
  ...COLUMNS.map((value) => ({ value, label: columnHeads[value] })),
];

/** The sheet as it is, with what each column means above it: guessed from its name, and for people to correct. */
export function MappingTable({ sheets, mapping, onChange }: MappingTableProps) {
  const rows = sheets[mapping.sheet]?.rows ?? [];
  const heading = rows[mapping.headingRow] ?? [];
  const body = rows.slice(mapping.headingRow + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const choose = (index: number, meaning: Meaning) => {
    const column = meaning === 'none' ? null : meaning;
    // A meaning belongs to one column: chosen here, it is taken from where it was.
    const columns = mapping.columns.map((before, at) => (at === index ? column : before === column ? null : before));
    onChange({ ...mapping, columns });
  };
  return (
    <div className={styles.mapping}>
      {sheets.length > 1 && (
        <Select
          label="Sheet"
          value={String(mapping.sheet)}
          options={sheets.map(({ name }, index) => ({ value: String(index), label: name || `Sheet ${index + 1}` }))}
          onChange={(value) => onChange(mappingOfSheet(sheets, Number(value)))}
        />
      )}
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
                    options={meanings}
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
    </div>
  );
}
