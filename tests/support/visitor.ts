import type { Me, ShareLink } from '../../shared/protocol/access.ts';
import type { ErrorBody } from '../../shared/protocol/http.ts';
import type { LinkRole } from '../../shared/protocol/roles.ts';

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, for tests that look at it by hand. */
  readonly json: never;
  readonly error: ErrorBody['error'];
}

/** Somebody with a browser's cookies and nothing else of it: what they ask goes over real HTTP. */
export class TestVisitor {
  readonly url: string;
  readonly #cookies = new Map<string, string>();
  /** Empty until the first answer of `/api/me`. */
  id = '';

  constructor(url: string) {
    this.url = url;
  }

  /** What the browser sends as its `Cookie` header, with HTTP and with an upgrade to a WebSocket. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** As somebody would who copies the cookies of another browser. */
  takeCookiesOf(other: TestVisitor): void {
    this.#cookies.clear();
    for (const [name, value] of other.#cookies) this.#cookies.set(name, value);
  }

  /** Redirects are answered, not followed. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== '' && !headers.has('cookie')) headers.set('cookie', this.cookie);
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const gone = value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (gone) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  async request(method: string, path: string, { body, headers = {} }: RequestOptions = {}): Promise<Reply> {
    const json = body !== undefined && !(body instanceof Uint8Array) && typeof body !== 'string';
    const reply = await this.fetch(path, {
      method,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as string | Uint8Array<ArrayBuffer>) }),
    });
    const text = await reply.text();
    const parsed = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
    return { status: reply.status, headers: reply.headers, text, json: parsed as never, error: parsed?.error };
  }

  /** The same, for requests that a test needs to succeed. */
  async expect(method: string, path: string, options?: RequestOptions): Promise<never> {
    const reply = await this.request(method, path, options);
    if (reply.status >= 400) throw new Error(`${method} ${path} was answered with ${reply.status}: ${reply.text}`);
    return reply.json;
  }

  async me(): Promise<Me> {
    const me: Me = await this.expect('GET', '/api/me');
    this.id = me.id;
    return me;
  }

  async createMap(title = 'A map'): Promise<string> {
    const { id }: { id: string } = await this.expect('POST', '/api/maps', { body: { title } });
    return id;
  }

  /** A share link for a map of theirs. */
  async link(
    map: string,
    role: LinkRole,
    more: { password?: string; expiresAt?: string } = {},
  ): Promise<Pick<ShareLink, 'id' | 'url'>> {
    return this.expect('POST', `/api/maps/${map}/links`, { body: { role, ...more } });
  }

  /** Opens a link without password, as a click on it does. Answers the address it leads to. */
  async join(url: string): Promise<string> {
    const response = await this.fetch(new URL(url).pathname);
    const to = response.headers.get('location');
    if (response.status !== 303 || to === null) {
      throw new Error(`the link led nowhere (${response.status}): ${await response.text()}`);
    }
    return to;
  }

  /** Makes an account of them. */
  async signUp(email: string, { name = 'Somebody', password = 'correct horse battery' } = {}): Promise<this> {
    await this.expect('POST', '/api/auth/sign-up/email', { body: { name, email, password } });
    await this.me();
    return this;
  }

  async signIn(email: string, password = 'correct horse battery'): Promise<this> {
    await this.expect('POST', '/api/auth/sign-in/email', { body: { email, password } });
    await this.me();
    return this;
  }
}

/** Somebody who opens the server for the first time, with the session and the made-up name that gives them. */
export async function newGuest(url: string): Promise<TestVisitor> {
  const visitor = new TestVisitor(url);
  const { status } = await visitor.request('GET', '/api/me');
  // A server without access control has no such address and asks for no session.
  if (status !== 404) await visitor.me();
  return visitor;
}

const owners = new Map<string, TestVisitor>();

/** The one whose maps lie in a data folder: a server that is started on it again knows their cookies. */
export function ownerOf(folder: string, url: string): TestVisitor {
  const owner = new TestVisitor(url);
  const before = owners.get(folder);
  if (before) owner.takeCookiesOf(before);
  owners.set(folder, owner);
  return owner;
}
