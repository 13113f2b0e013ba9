/**
 * Puts the focus somewhere in the panel when what had it has gone from there. Without that it would fall to the page,
 * where the next letters are commands of the map.
 */
export function focusSoon(...selectors: readonly string[]): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    // The first of them that is there.
    for (const selector of selectors) {
      const element = document.querySelector<HTMLElement>(selector);
      if (element) {
        element.focus();
        return;
      }
    }
  });
}
