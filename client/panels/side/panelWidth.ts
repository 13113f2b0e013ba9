import { create } from 'zustand';
import { recall, remember } from '../../ui/remembered.ts';

const KEY = 'throughline.panel-width';
export const MIN_WIDTH = 280;
export const MAX_WIDTH = 560;
const DEFAULT_WIDTH = 320;

const within = (width: number) => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));

function readWidth(): number {
  const stored = Number(recall(KEY));
  return stored > 0 ? within(stored) : DEFAULT_WIDTH;
}

/** How wide somebody likes the side panel, in this browser. */
export const usePanelWidth = create<{ readonly width: number }>(() => ({ width: readWidth() }));

export const setPanelWidth = (width: number): void => usePanelWidth.setState({ width: within(width) });

/** Once at the end of a drag: storage is not for sixty writes a second. */
export const keepPanelWidth = (): void => remember(KEY, String(usePanelWidth.getState().width));
