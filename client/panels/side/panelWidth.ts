import { create } from 'zustand';

const KEY = 'throughline.panel-width';
export const MIN_WIDTH = 280;
export const MAX_WIDTH = 560;
const DEFAULT_WIDTH = 320;

const within = (width: number) => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));

function readWidth(): number {
  try {
    const stored = Number(localStorage.getItem(KEY));
    return stored > 0 ? within(stored) : DEFAULT_WIDTH;
  } catch {
    return DEFAULT_WIDTH;
  }
}

/** How wide somebody likes the side panel, in this browser. */
export const usePanelWidth = create<{ readonly width: number }>(() => ({ width: readWidth() }));

export const setPanelWidth = (width: number): void => usePanelWidth.setState({ width: within(width) });

/** Once at the end of a drag: storage is not for sixty writes a second. */
export function keepPanelWidth(): void {
  try {
    localStorage.setItem(KEY, String(usePanelWidth.getState().width));
  } catch {
    // Storage is switched off; the width lives as long as the page.
  }
}
