import type { ReactNode } from 'react';
import { lateModule } from './lateModule.ts';

export interface SheetProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const useParts = lateModule(() => import('./OpenedSheet.tsx'));

/** What is a side panel on a desk comes up from below on a phone. */
export function Sheet(props: SheetProps) {
  const parts = useParts(true);
  return parts && <parts.OpenedSheet {...props} />;
}
