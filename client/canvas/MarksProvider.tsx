import { type ReactNode, useMemo, useRef } from 'react';
import { useLateFindings } from '../session/useLateFindings.ts';
import { type Marks, marksOf, NO_MARKS } from './gapMarks.ts';
import { MarksContext } from './useMarks.ts';

/** Works out the marks of gaps once for the whole canvas. */
export function MarksProvider({ children }: { readonly children: ReactNode }) {
  const findings = useLateFindings();
  const before = useRef<Marks>(NO_MARKS);
  const marks = useMemo(() => marksOf(findings, before.current), [findings]);
  before.current = marks;
  return <MarksContext value={marks}>{children}</MarksContext>;
}
