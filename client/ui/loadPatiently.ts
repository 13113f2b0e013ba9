const AGAIN_MS = 2000;

/**
 * Loads code of the page that is needed later. Where the network has gone by then, it is asked for again and again:
 * what waits for it stays empty, and the rest of the page goes on.
 */
export async function loadPatiently<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
