import { Segments } from '../../../ui/Segments.tsx';
import type { Common } from '../common.ts';

interface SegmentsFieldProps<T extends string> {
  readonly label: string;
  readonly value: Common<T | null>;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, for all that is selected. */
export const SegmentsField = <T extends string>({ value, ...others }: SegmentsFieldProps<T>) => (
  <Segments value={value.status === 'same' ? value.value : null} mixed={value.status === 'mixed'} {...others} />
);
