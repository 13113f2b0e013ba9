import { createContext, useContext } from 'react';
import { type Mark, type Marks, NO_MARKS } from './gapMarks.ts';

export const MarksContext = createContext<Marks>(NO_MARKS);

/** The marks of all gaps that are open. */
export const useMarks = (): Marks => useContext(MarksContext);

export const useMark = (place: string): Mark | undefined => useMarks().at.get(place);
