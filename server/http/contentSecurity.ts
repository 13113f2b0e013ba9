/** Everything comes from this server, and no text of a map can become a program. */
export const contentSecurityPolicy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  // Text is shaped by a WebAssembly module of our own.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** The header's text, with some directives in the place of ours. */
export const policyText = (changed: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries({ ...contentSecurityPolicy, ...changed })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';');
