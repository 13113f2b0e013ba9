// Before the first paint, so that a page in the dark theme does not flash white. `client/ui/theme.ts` writes the key.
try {
  const theme = localStorage.getItem('throughline.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's theme it is.
}
