import { useMemo } from 'react';
import type { Collection, Records } from '../../../shared/model/records.ts';
import type { Table } from '../../../shared/model/snapshot.ts';
import { useMap } from '../../session/SessionContext.tsx';

/** The records of these items that are there, in the given order. */
export function useItems<C extends Collection>(collection: C, ids: readonly string[]): readonly Records[C][] {
  // Each table belongs to its collection; TypeScript loses that in the index.
  const table = useMap((map) => map[collection] as unknown as Table<Records[C]>);
  return useMemo(() => ids.map((id) => table.get(id)).filter((item) => item !== undefined), [table, ids]);
}
