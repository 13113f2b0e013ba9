import { type RefObject, useEffect, useState } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';

const keyOf = (items: readonly ItemRef[]) => items.map(({ kind, id }) => `${kind}/${id}`).join(' ');

/**
 * The gap that is open in the list: the one clicked here, or the one whose mark was clicked on the map.
 *
 * @param uncover makes sure that the row of a gap is there: it may be folded away in a group or filtered out
 */
export function useActiveGap(
  findings: readonly AnsweredFinding[],
  scroller: RefObject<HTMLElement | null>,
  uncover: (finding: AnsweredFinding) => void,
) {
  const [active, setActive] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null);
  const goTo = useView((view) => view.goTo);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is followed once, not again when gaps change
  useEffect(() => {
    if (!goTo) return;
    const key = keyOf(goTo.items);
    const found = findings.find(({ items }) => keyOf(items) === key);
    if (!found) return;
    if (found.number !== null) uncover(found);
    setActive(found.id);
    setWanted({ id: found.id });
  }, [goTo]);
  // One rendering later, when the row is there.
  useEffect(() => {
    if (!wanted) return;
    const row = scroller.current?.querySelector(`[data-gap="${CSS.escape(wanted.id)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [wanted, scroller]);
  return { active, setActive };
}
