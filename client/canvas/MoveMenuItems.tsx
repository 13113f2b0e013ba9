import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { MenuItem } from '../ui/Menu.tsx';
import { useCanvas } from './canvasContext.ts';
import { type HeaderItem, moveHeader } from './moveHeader.ts';

interface MoveMenuItemsProps {
  readonly item: HeaderItem;
  /** Its position among the `count` things it can move past. */
  readonly index: number;
  readonly count: number;
}

/** Moves a stage or a step to the side, a lane up or down, as far as the map goes. */
export function MoveMenuItems({ item, index, count }: MoveMenuItemsProps) {
  const canvas = useCanvas();
  const [Back, On] = item.kind === 'lane' ? [ArrowUp, ArrowDown] : [ArrowLeft, ArrowRight];
  const [back, on] = item.kind === 'lane' ? ['up', 'down'] : ['left', 'right'];
  return (
    <>
      <MenuItem icon={<Back size={15} />} disabled={index === 0} onSelect={() => moveHeader(canvas, item, -1)}>
        Move {back}
      </MenuItem>
      <MenuItem icon={<On size={15} />} disabled={index === count - 1} onSelect={() => moveHeader(canvas, item, 1)}>
        Move {on}
      </MenuItem>
    </>
  );
}
