import { create } from 'zustand';
import type { Spot } from '../canvas/spots.ts';

interface OpenDialog {
  readonly open: 'palette' | 'keys' | 'second' | null;
  /** Where the keyboard was on the map: what is chosen is done there. */
  readonly spot: Spot | null;
  /** What was typed before the palette was there to type into; null as soon as it is. */
  readonly early: { readonly text: string; readonly entered: boolean } | null;
}

export const useOpenDialog = create<OpenDialog>(() => ({ open: null, spot: null, early: null }));

/** Opens the palette; `text` is looked for at once, as if it had been typed. */
export const openPalette = (spot: Spot | null, text = ''): void =>
  useOpenDialog.setState({ open: 'palette', spot, early: { text, entered: false } });
export const openKeys = (): void => useOpenDialog.setState({ open: 'keys', early: null });
/** Waits for the second key of a chord such as `, O`, and shows what there is. */
export const openSecondKeys = (spot: Spot | null): void =>
  useOpenDialog.setState({ open: 'second', spot, early: null });
export const closeDialog = (): void => useOpenDialog.setState({ open: null, early: null });

/** Keeps a key for the palette that is on its way; true when it belongs there and nowhere else. */
export function keepEarly(event: KeyboardEvent): boolean {
  const { open, early } = useOpenDialog.getState();
  if (open !== 'palette' || !early || early.entered) return open === 'palette' && early !== null;
  if (event.key === 'Escape') closeDialog();
  else if (event.key === 'Enter') useOpenDialog.setState({ early: { ...early, entered: true } });
  else if (event.key === 'Backspace') useOpenDialog.setState({ early: { ...early, text: early.text.slice(0, -1) } });
  else if ([...event.key].length === 1 && !event.ctrlKey && !event.metaKey)
    useOpenDialog.setState({ early: { ...early, text: early.text + event.key } });
  return true;
}

/** What was typed early, handed over once the palette is there. */
export function takeEarly(): { readonly text: string; readonly entered: boolean } | null {
  const { early } = useOpenDialog.getState();
  useOpenDialog.setState({ early: null });
  return early;
}
