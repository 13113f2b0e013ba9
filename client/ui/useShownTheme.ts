import { useTheme } from './theme.ts';
import { useMedia } from './useMedia.ts';

/** The theme that is in sight, chosen or the system's: for what is painted, not styled. */
export function useShownTheme(): 'light' | 'dark' {
  const theme = useTheme((state) => state.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  if (theme !== 'system') return theme;
  return dark ? 'dark' : 'light';
}
