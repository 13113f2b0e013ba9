import type { Common } from '../common.ts';
import { NumberField } from './NumberField.tsx';

interface DrawnSizeFieldProps {
  readonly label: string;
  /** What everything of the kind has without being drawn larger, in pixels. */
  readonly usual: number;
  readonly most: number;
  readonly value: Common<number | null>;
  /** Null: as large as usual. */
  readonly onCommit: (size: number | null) => void;
}

/** How large somebody drew something on the map; the usual size is no drawn one. */
export const DrawnSizeField = ({ label, usual, most, value, onCommit }: DrawnSizeFieldProps) => (
  <NumberField
    label={label}
    unit="px"
    min={usual}
    max={most}
    value={value}
    onCommit={(size) => onCommit(size && size > usual ? Math.round(size) : null)}
  />
);
