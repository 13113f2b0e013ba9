/**
 * What is rendered now has been painted, and there is nothing more urgent to do: two frames on, at the first pause. A
 * page in the background paints nothing, so it is not waited for.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => atPause(resolve)));
    setTimeout(resolve, 1000);
  });

/** A page that never rests is not waited for any longer than this. */
const PATIENCE_MS = 200;

function atPause(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: PATIENCE_MS });
  else setTimeout(act);
}
