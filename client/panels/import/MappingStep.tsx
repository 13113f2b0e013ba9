import {
  columnsMapping,
  type Mapping,
  mappingOfSheet,
  rowsMapping,
  type SourceSheet,
} from '../../../shared/import/mapping.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import styles from './ImportDialog.module.css';
import { RowsTable } from './RowsTable.tsx';

interface MappingStepProps {
  readonly sheets: readonly SourceSheet[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const layouts = [
  { value: 'rows', label: 'Touchpoint rows' },
  { value: 'columns', label: 'Step columns' },
] as const satisfies readonly { readonly value: Mapping['layout']; readonly label: string }[];

/** Rows among which a heading may stand, columns among which labels may. */
const HEADINGS = 20;
const LABELS = 6;

/** The sheet as it is, with what its columns or rows mean beside it: guessed from their names, and for people to correct. */
export function MappingStep({ sheets, mapping, onChange }: MappingStepProps) {
  const { sheet } = mapping;
  const rows = sheets[sheet]?.rows ?? [];
  return (
    <div className={styles.mapping}>
      <div className={styles.choices}>
        {sheets.length > 1 && (
          <Select
            label="Sheet"
            value={String(sheet)}
            options={sheets.map(({ name, hidden }, index) => ({
              value: String(index),
              label: `${name || `Sheet ${index + 1}`}${hidden ? ' (hidden)' : ''}`,
            }))}
            onChange={(value) => onChange(mappingOfSheet(sheets, Number(value)))}
          />
        )}
        <Segments
          label="The sheet has"
          value={mapping.layout}
          options={layouts}
          onChange={(layout) =>
            onChange(layout === 'rows' ? rowsMapping(sheets, sheet) : columnsMapping(sheets, sheet))
          }
        />
        {mapping.layout === 'rows' ? (
          <Select
            label="Names of the columns"
            value={String(mapping.headingRow)}
            options={rows.slice(0, HEADINGS).map((row, index) => ({
              value: String(index),
              label: `Row ${index + 1}: ${shortened(row)}`,
            }))}
            onChange={(value) => onChange(rowsMapping(sheets, sheet, Number(value)))}
          />
        ) : (
          <Select
            label="Names of the rows"
            value={String(mapping.labelColumn)}
            options={Array.from({ length: LABELS }, (_, index) => ({
              value: String(index),
              label: `Column ${String.fromCharCode(65 + index)}: ${shortened(rows.map((row) => row[index] ?? ''))}`,
            }))}
            onChange={(value) => onChange(columnsMapping(sheets, sheet, Number(value)))}
          />
        )}
      </div>
      {mapping.layout === 'rows' ? (
        <RowsTable rows={rows} mapping={mapping} onChange={onChange} />
      ) : (
        <ColumnsTable rows={rows} mapping={mapping} onChange={onChange} />
      )}
    </div>
  );
}

function shortened(cells: readonly string[]): string {
  const words = cells.filter((cell) => cell.trim() !== '').join(', ');
  if (words === '') return 'empty';
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}
