/**
 * Puts the focus somewhere in the panel when what had it goes from there. Without that it would fall to the page, where
 * the next letters are commands of the map; as soon as it goes, since the next letter may be on its way already.
 */
export function focusSoon(...selectors: readonly string[]): void {
  const focus = () => {
    if (document.activeElement !== document.body) return;
    // The first of them that is there.
    const element = selectors
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((one) => one !== null);
    element?.focus();
  };
  const watch = new MutationObserver(focus);
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => {
    watch.disconnect();
    focus();
  });
}
