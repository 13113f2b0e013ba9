import { useSyncExternalStore } from 'react';

/** Where in the program somebody is. The address says all of it, so that a link brings others to the same place. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'trash' }
  | { readonly page: 'map'; readonly mapId: string }
  /** A share link that did not let its visitor in at once. */
  | { readonly page: 'join'; readonly token: string }
  | { readonly page: 'account' }
  | {
      readonly page: 'sign-in';
      /** Whether a new account is made. */
      readonly isNew: boolean;
      /** The company's sign-in came back without having signed anybody in. */
      readonly failed: boolean;
      /** Where it goes on; always an address of this program. */
      readonly next: string;
    }
  | { readonly page: 'unknown' };

/** In the query, because the server knows few addresses of pages. */
export const TRASH_PATH = '/?trash';
export const ACCOUNT_PATH = '/account';

/** Reads an address. Ids are checked by the server; here a path only has to look like one. */
export function routeOf(address: string): Route {
  const [path = '', query = ''] = address.split('?', 2);
  if (path === '/') return { page: query === 'trash' ? 'trash' : 'home' };
  if (path === ACCOUNT_PATH) return { page: 'account' };
  if (path === '/sign-in') {
    const asked = new URLSearchParams(query);
    const next = safePath(asked.get('next') ?? '/');
    // `error` is how the sign-in of a company reports that it came to nothing.
    return { page: 'sign-in', isNew: asked.has('new'), failed: asked.has('failed') || asked.has('error'), next };
  }
  // The executive view comes from the server; without one this page shows what the browser kept of the map.
  const mapId = /^\/m\/([A-Za-z0-9_-]{1,200})(?:\/present)?\/?$/.exec(path)?.[1];
  if (mapId) return { page: 'map', mapId };
  const token = /^\/join\/([A-Za-z0-9_-]{1,200})\/?$/.exec(path)?.[1];
  return token ? { page: 'join', token } : { page: 'unknown' };
}

export const mapPath = (mapId: string): string => `/m/${mapId}`;

/** Where one signs in, and where it goes on afterwards. */
export const signInPath = (next = '/', isNew = false): string => {
  const to = safePath(next);
  const query = new URLSearchParams({ ...(isNew && { new: '' }), ...(to !== '/' && { next: to }) });
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in';
};

/**
 * Of an address that stood in a link, only what is a page of this program: whoever signs in must not be led elsewhere,
 * and not back to signing in.
 */
export function safePath(path: string): string {
  const { page } = routeOf(path);
  return page === 'unknown' || page === 'sign-in' || page === 'join' ? '/' : path;
}

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Goes to another page without loading the program again. `replace`: "Back" does not come here again. */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

const currentAddress = () => location.pathname + location.search;

export const useAddress = (): string => useSyncExternalStore(listen, currentAddress);
