/**
 * Lets a reload or a restarted browser open the page without a network. It keeps the files of the page and nothing
 * else: no answer of `/api` and no `/join` ever passes through it. A page always comes from the server where that
 * answers, so a new version is never hidden behind an old one.
 */

/** Written in by the build: the files to keep, and a version that changes with any of them. */
declare const __PAGE__: { readonly version: string; readonly files: readonly string[] };

// The types of service workers and those of pages exclude each other; these are the few that are needed.
interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchingEvent extends WaitingEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope {
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchingEvent) => void): void;
}
const scope = self as unknown as WorkerScope;
const { version, files } = __PAGE__;

const PREFIX = 'page-';
const CACHE = `${PREFIX}${version}`;
/** A server that is silent for so long is taken for gone, and the kept page asks again by itself. */
const PATIENCE_MS = 4000;
/** What a proxy says when there is no server behind it. */
const NO_SERVER = new Set([502, 503, 504]);

scope.addEventListener('install', (event) => {
  // All or nothing: a page of which a part is missing would be kept for the very day when it is needed.
  const keep = caches.open(CACHE).then((cache) => cache.addAll(['/', ...files]));
  // No page has to be closed first: what an open page of the version before still loads is kept besides.
  event.waitUntil(keep.then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOldVersions(), scope.registration.navigationPreload?.enable()]));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === '/' || pathname.startsWith('/m/')) event.respondWith(openPage(event));
  } else if (/^\/assets\/[^/]+$/.test(pathname)) event.respondWith(hashedFile(request));
  else if (files.includes(pathname)) event.respondWith(plainFile(request));
});

/** The page as the server has it; the kept one where there is no server. */
async function openPage(event: FetchingEvent): Promise<Response> {
  const fresh = Promise.resolve(event.preloadResponse).then((response) => response ?? fetch(event.request));
  event.waitUntil(fresh.catch(() => undefined));
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const response = await Promise.race([fresh, patience]).catch(() => null);
  if (response && !NO_SERVER.has(response.status)) return response;
  return (await caches.match('/', { cacheName: CACHE })) ?? fresh;
}

/** A name with a hash in it stands for one content for ever, whichever version brought it. */
async function hashedFile(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    const cache = await caches.open(CACHE);
    // No room is no reason to keep the file from the page.
    void cache.put(request, copy).catch(() => undefined);
  }
  return response;
}

async function plainFile(request: Request): Promise<Response> {
  const response = await fetch(request).catch(() => null);
  if (response?.ok) return response;
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? response ?? Response.error();
}

/** The version before this one stays: a page of it may still be open, and the server has only the new files. */
async function forgetOldVersions(): Promise<void> {
  // In the order in which they were made.
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}
