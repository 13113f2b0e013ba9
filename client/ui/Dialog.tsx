import type { ReactNode } from 'react';
import { lateModule } from './lateModule.ts';

export interface DialogProps {
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly text?: string;
  readonly wide?: boolean;
  /** As much of the window as is good for looking at a page. */
  readonly roomy?: boolean;
  readonly onClose: () => void;
  /** Takes over where the focus goes when it is closed. */
  readonly onClosed?: (event: Event) => void;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

const useParts = lateModule(() => import('./OpenedDialog.tsx'));

/** For pages whose dialogs tell what went wrong: their code is there once the page is drawn, also when the network has gone. */
export const useDialogsSoon = (): void => void useParts(false);

/** Asks or tells something that cannot wait. Rendered while it is open; Esc and the cross both mean `onClose`. */
export function Dialog(props: DialogProps) {
  const parts = useParts(true);
  return parts && <parts.OpenedDialog {...props} />;
}
