import type { ClipboardEvent } from 'react';
import { toast } from './toasts.ts';

/** Says what a paste leaves out: a field with a limit takes as much as fits, and browsers say nothing about the rest. */
export function tellCut({
  currentTarget,
  clipboardData,
}: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  const { maxLength, value, selectionStart, selectionEnd } = currentTarget;
  const stays = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
  if (maxLength < 0 || stays + clipboardData.getData('text/plain').length <= maxLength) return;
  const most = maxLength.toLocaleString('en');
  toast(`Here ${most} characters fit. The rest was left out; it is still in the clipboard.`, { about: 'cut' });
}
