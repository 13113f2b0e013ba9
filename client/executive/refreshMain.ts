/** Takes the newest state of the map from the server, and leaves people where they were reading. */
export async function refreshMain(main: HTMLElement): Promise<void> {
  const response = await fetch(`${location.pathname}?main`, { headers: { accept: 'text/html' } }).catch(() => null);
  const text = response?.ok ? await response.text().catch(() => null) : null;
  // No network, or a server that is starting: what is shown stays, and the next change asks again.
  if (text === null) return;
  const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  if (!fresh || fresh.innerHTML === main.innerHTML) return;
  const walked = main.querySelector('.walk')?.scrollLeft ?? 0;
  const focused = pathTo(main, document.activeElement);
  main.replaceChildren(...fresh.childNodes);
  main.querySelector('.walk')?.scrollTo({ left: walked, behavior: 'instant' });
  focused(main)?.focus({ preventScroll: true });
}

/** How to find again, in the same place of new content, what has the focus now. */
function pathTo(main: HTMLElement, element: Element | null): (inside: HTMLElement) => HTMLElement | null {
  if (!(element instanceof HTMLElement) || !main.contains(element)) return () => null;
  const stage = element.closest<HTMLElement>('[data-stage]')?.dataset.stage;
  const selector = element.matches('.walk') ? '.walk' : stage ? `nav [data-stage="${CSS.escape(stage)}"]` : null;
  return (inside) => (selector === null ? null : inside.querySelector<HTMLElement>(selector));
}
