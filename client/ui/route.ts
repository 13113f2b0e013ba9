import { useSyncExternalStore } from 'react';

/** Where in the program somebody is. The address says all of it, so that a link brings others to the same place. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'trash' }
  | { readonly page: 'map'; readonly mapId: string }
  | { readonly page: 'unknown' };

/** In the query, because the server knows two addresses of pages: `/` and `/m/<map>`. */
export const TRASH_PATH = '/?trash';

/** Reads an address. Ids are checked by the server; here a path only has to look like one. */
export function routeOf(address: string): Route {
  const [path = '', query] = address.split('?', 2);
  if (path === '/') return { page: query === 'trash' ? 'trash' : 'home' };
  const mapId = /^\/m\/([A-Za-z0-9_-]{1,200})\/?$/.exec(path)?.[1];
  return mapId ? { page: 'map', mapId } : { page: 'unknown' };
}

export const mapPath = (mapId: string): string => `/m/${mapId}`;

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Goes to another page without loading the program again. */
export function navigate(path: string): void {
  history.pushState(null, '', path);
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

const currentAddress = () => location.pathname + location.search;

export const useAddress = (): string => useSyncExternalStore(listen, currentAddress);
