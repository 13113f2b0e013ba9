import { Monitor, Moon, Sun } from 'lucide-react';
import { MenuChoice } from './Menu.tsx';
import { chooseTheme, useTheme } from './theme.ts';

const OPTIONS = [
  { value: 'system', label: 'As the system', icon: <Monitor size={15} aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun size={15} aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={15} aria-hidden /> },
] as const;

/** The part of a menu that chooses the theme. */
export function ThemeChoice() {
  const theme = useTheme((state) => state.theme);
  return <MenuChoice heading="Theme" value={theme} options={OPTIONS} onChange={chooseTheme} />;
}
