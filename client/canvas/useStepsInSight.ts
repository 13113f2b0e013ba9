import { useSight } from './useViewport.ts';
import { useView, type ViewState } from './viewStore.ts';

/** Tells of a step, by where its column is, whether anything of it need be in the page: only what is in sight is. */
export function useStepsInSight(): (step: string | null, x: number, width: number) => boolean {
  const { left, right } = useSight();
  const held = useView(heldStep);
  return (step, x, width) => (x < right && x + width > left) || (step !== null && step === held);
}

/** The step that is typed in or alone selected: it may have the focus, so it stays when it is panned out of sight. */
function heldStep({ editing, selected }: ViewState): string | null {
  if (editing?.kind === 'step') return editing.id;
  const [item] = selected;
  return item?.kind === 'step' && selected.length === 1 ? item.id : null;
}
