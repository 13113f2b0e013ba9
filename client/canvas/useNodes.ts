import { useMemo } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { type MapNode, nodesOf } from './nodes.ts';
import { useDistance } from './useViewport.ts';
import { useView } from './viewStore.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** What React Flow draws: everything near by, and from far away only what is selected. */
export function useNodes(): MapNode[] {
  const layout = useLayout();
  const near = useDistance() === 'near';
  const selected = useView((view) => (near ? null : view.selected));
  const all = useMemo(() => nodesOf(layout), [layout]);
  return useMemo(() => {
    if (near) return all;
    const wanted = selected ? new Set(selected.map(({ id }) => id)) : NOBODY;
    return wanted.size === 0 ? [] : all.filter(({ data }) => wanted.has(data.box.id));
  }, [near, all, selected]);
}
