import type { PastePlan } from '../../shared/clipboard/pasteDraft.ts';
import { tooLong } from '../../shared/model/titles.ts';
import { toast } from '../ui/toasts.ts';

/** Says of pasted titles that were none any more where the rest of them is. */
export function tellShortened(plan: PastePlan & { readonly status: 'planned' }): void {
  if (plan.shortened === 0) return;
  const whose = plan.shortened === 1 ? 'one description' : `${plan.shortened} descriptions`;
  toast(`${tooLong('title')} What was more is in ${whose}.`, { about: 'title' });
}
