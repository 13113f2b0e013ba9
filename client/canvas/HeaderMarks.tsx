import { GapMark } from './GapMark.tsx';
import type { HeaderItem } from './moveHeader.ts';
import { useMark } from './useMarks.ts';

/** The gap of a stage, step or lane, in its header. */
export function HeaderMarks({ item }: { readonly item: HeaderItem }) {
  const mark = useMark(`${item.kind}/${item.id}`);
  return mark && <GapMark mark={mark} />;
}
