import type { MapSnapshot } from '../../model/snapshot.ts';
import { plainSubject, type SaidThread } from '../commentTable.ts';
import type { Cell, Sheet } from './workbook.ts';

/** One row a comment, in the order in which they were said. */
export function commentSheet(map: MapSnapshot, threads: readonly SaidThread[]): Sheet {
  return {
    name: 'Comments',
    columns: [
      { head: 'About', width: 36 },
      { head: 'Thread', width: 10 },
      { head: 'Who', width: 20 },
      { head: 'When', width: 12 },
      { head: 'Comment', width: 60 },
    ],
    rows: threads.flatMap(({ on, resolved, said }) =>
      said.map(({ by, at, text: words }): Cell[] => [
        plainSubject(map, on),
        resolved ? 'resolved' : 'open',
        by || 'not sent yet',
        at === '' ? null : { day: at.slice(0, 10) },
        words,
      ]),
    ),
  };
}
