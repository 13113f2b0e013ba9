import { create } from 'zustand';
import { recall, remember } from './remembered.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** `public/theme.js` reads the same key before the first paint. */
const KEY = 'throughline.theme';

function readTheme(): Theme {
  const stored = recall(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: readTheme() }));

/** Shows the page in this theme from now on, in this browser. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember(KEY, theme);
  useTheme.setState({ theme });
}
