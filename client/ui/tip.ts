import { create } from 'zustand';

/** What is said in passing about the control under the pointer, or the one with the focus. */
export interface Tip {
  readonly text: string;
  readonly keys: string | undefined;
  readonly anchor: HTMLElement;
}

export const useTip = create<{ readonly tip: Tip | null }>(() => ({ tip: null }));

const PATIENCE_MS = 400;
/** After one tip the next comes at once. */
const IN_A_ROW_MS = 200;
let coming: ReturnType<typeof setTimeout> | undefined;
let goneAt = Number.NEGATIVE_INFINITY;

/** Says it when the pointer rests; `now` for those who come by keyboard. */
export function showTip(tip: Tip, now = false): void {
  clearTimeout(coming);
  const wait = now || performance.now() - goneAt < IN_A_ROW_MS ? 0 : PATIENCE_MS;
  coming = setTimeout(() => mayShow(tip.anchor) && useTip.setState({ tip }), wait);
}

/** Whoever has opened what is behind a button knows what it is for. */
const mayShow = (anchor: HTMLElement) => anchor.isConnected && anchor.getAttribute('aria-expanded') !== 'true';

export function hideTip(): void {
  clearTimeout(coming);
  if (!useTip.getState().tip) return;
  goneAt = performance.now();
  useTip.setState({ tip: null });
}

/** The same, of one control: when it goes, its tip goes with it. */
export function hideTipOf(anchor: HTMLElement | null): void {
  if (anchor && useTip.getState().tip?.anchor === anchor) hideTip();
}
