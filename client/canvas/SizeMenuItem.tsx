import { Shrink } from 'lucide-react';
import { MenuItem } from '../ui/Menu.tsx';
import { useCanvas } from './canvasContext.ts';
import { isDrawn, resetSize, type Sized } from './resizeHeader.ts';

/** Takes back the size that somebody drew; not there where nobody did. */
export function SizeMenuItem({ item, label }: { readonly item: Sized; readonly label: string }) {
  const canvas = useCanvas();
  if (!isDrawn(canvas, item)) return null;
  return (
    <MenuItem icon={<Shrink size={15} />} onSelect={() => resetSize(canvas, item)}>
      {label}
    </MenuItem>
  );
}
