/** However often it is asked for, done once at the next frame. */
export function oncePerFrame(act: () => void): { ask: () => void; cancel: () => void } {
  let frame: number | null = null;
  return {
    ask: () => {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        act();
      });
    },
    cancel: () => {
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}
