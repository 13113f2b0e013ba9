import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds at present: for what CSS alone cannot decide. */
export function useMedia(query: string): boolean {
  const listen = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => matchMedia(query).matches);
}

/** Up to this width the right panel comes up from below. The style sheets say the same number. */
export const NARROW = '(max-width: 820px)';

/** Where the bar above the map has no room for every button; for fingers they are larger, as on a phone held across. */
export const SHORT_BAR = `${NARROW}, (max-width: 960px) and (pointer: coarse)`;

/** A phone held upright. */
export const PHONE = '(max-width: 600px)';
