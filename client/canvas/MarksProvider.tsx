import { type ReactNode, useMemo, useRef } from 'react';
import { useFindings } from '../session/mapViews.ts';
import { type Marks, marksOf, NO_MARKS } from './gapMarks.ts';
import { MarksContext } from './useMarks.ts';

/** Works out the marks of gaps once for the whole canvas. */
export function MarksProvider({ children }: { readonly children: ReactNode }) {
  const findings = useFindings();
  const before = useRef<Marks>(NO_MARKS);
  const marks = useMemo(() => marksOf(findings, before.current), [findings]);
  before.current = marks;
  return <MarksContext value={marks}>{children}</MarksContext>;
}
