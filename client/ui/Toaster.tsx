import { lateModule } from './lateModule.ts';
import { useToasts } from './toasts.ts';

const useParts = lateModule(() => import('./Toasts.tsx'));

/** Shows what the page says in passing. One a page. */
export function Toaster() {
  const parts = useParts(useToasts(({ shown }) => shown.length > 0));
  return parts && <parts.Toasts />;
}
