/** The map has been drawn by then: keeping the page for later must not make it slower now. */
const CALM_MS = 3000;

/** Keeps the page in this browser. Browsers do that behind TLS and on this very machine only. */
export function keepPage(): void {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return;
  const register = () =>
    setTimeout(() => {
      // Without it everything works as long as there is a network.
      navigator.serviceWorker.register('/sw.js').catch(() => undefined);
    }, CALM_MS);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
