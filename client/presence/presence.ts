import type { Awareness } from 'y-protocols/awareness';
import type { Rect } from '../../shared/layout/mapLayout.ts';
import { isId } from '../../shared/model/ids.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { NAME_LIMIT, type VisiblePerson } from '../../shared/protocol/access.ts';

/** A point on the map's content, in layout pixels: the same place for everybody whatever they scrolled or zoomed to. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is under way at one page. It travels as presence and never enters the document's history. */
export interface Presence {
  readonly user: VisiblePerson;
  readonly cursor: Point | null;
  readonly selection: readonly ItemRef[];
  /** The text somebody types in: `touchpoint/x1/title`. */
  readonly editing: string | null;
  /** Cards, or the header of a stage, step or lane, on their way: where each would be drawn now. */
  readonly drag: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  /** The point of a curve on its way: how high it would be drawn now. */
  readonly rating: { readonly persona: string; readonly step: string; readonly y: number } | null;
  /** Whose page this one goes along with, by its client id. */
  readonly following: number | null;
  /** What of the map is in sight here; told only while somebody follows. */
  readonly view: Rect | null;
  /** The stage that is presented, '' before the first, null when nothing is; the executive view says so. */
  readonly presenting: string | null;
}

/** Somebody else on this map. `client` tells two tabs of one person apart. */
export interface Other extends Presence {
  readonly client: number;
}

const NOTHING: Omit<Presence, 'user'> = {
  cursor: null,
  selection: [],
  editing: null,
  drag: [],
  rating: null,
  following: null,
  view: null,
  presenting: null,
};

/** No sooner do the others hear of the next movement: for them it glides, so that more of it would not be seen. */
const REST_MS = 40;

/** Presence of this page: what differs is sent, the first of it at once; a pointer can move a thousand times a second. */
export class OwnPresence {
  readonly #awareness: Awareness;
  #state: Presence;
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(awareness: Awareness, me: VisiblePerson) {
    this.#awareness = awareness;
    this.#state = { user: me, ...NOTHING };
    awareness.setLocalState(this.#state as unknown as Record<string, unknown>);
  }

  get state(): Presence {
    return this.#state;
  }

  update(changes: Partial<Presence>): void {
    this.#state = { ...this.#state, ...changes };
    if (this.#timer === null) this.#frame ??= requestAnimationFrame(() => this.#send());
  }

  #send(): void {
    this.#frame = null;
    const sent = this.#state;
    this.#awareness.setLocalState(sent as unknown as Record<string, unknown>);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#state !== sent) this.#send();
    }, REST_MS);
  }

  destroy(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}

/** Everybody else, in the order of their client ids. Presence is not checked by the server beyond its author: read forgivingly. */
export function readOthers(awareness: Awareness): readonly Other[] {
  return [...awareness.getStates()]
    .filter(([client]) => client !== awareness.clientID)
    .sort(([a], [b]) => a - b)
    .map(([client, state]) => sameOther(client, state))
    .filter((other) => other !== null);
}

const known = new WeakMap<object, Other | null>();

/** Each state is read once: of thirty people only those who moved are drawn again. */
function sameOther(client: number, state: Record<string, unknown>): Other | null {
  let other = known.get(state);
  if (other === undefined) {
    other = readOther(client, state);
    known.set(state, other);
  }
  return other;
}

function readOther(client: number, state: Record<string, unknown>): Other | null {
  const user = state.user as Partial<VisiblePerson> | undefined;
  if (typeof user?.name !== 'string') return null;
  return {
    client,
    user: { id: String(user.id ?? client), name: user.name.slice(0, NAME_LIMIT), color: readColor(user.color) },
    cursor: readPoint(state.cursor),
    selection: readList(state.selection).flatMap((item) => (isRef(item) ? [item] : [])),
    editing: typeof state.editing === 'string' ? state.editing : null,
    drag: readList(state.drag).flatMap((item) => (isDragged(item) ? [item] : [])),
    rating: isRating(state.rating) ? state.rating : null,
    following: typeof state.following === 'number' ? state.following : null,
    view: readRect(state.view),
    presenting: state.presenting === '' || isId(state.presenting) ? state.presenting : null,
  };
}

/** A colour goes into style attributes, so nothing but a plain hex colour is taken from a stranger. */
const readColor = (color: unknown): string =>
  typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : '#5b6470';

const readList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 200) : []);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function readPoint(value: unknown): Point | null {
  return isRecord(value) && Number.isFinite(value.x) && Number.isFinite(value.y)
    ? { x: Number(value.x), y: Number(value.y) }
    : null;
}

function readRect(value: unknown): Rect | null {
  const point = readPoint(value);
  if (!point || !isRecord(value)) return null;
  const [width, height] = [Number(value.width), Number(value.height)];
  return width > 0 && height > 0 && width + height < 1e7 ? { ...point, width, height } : null;
}

const isRef = (value: unknown): value is ItemRef =>
  isRecord(value) && typeof value.kind === 'string' && typeof value.id === 'string';

const isRating = (value: unknown): value is NonNullable<Presence['rating']> =>
  isRecord(value) &&
  typeof value.persona === 'string' &&
  typeof value.step === 'string' &&
  typeof value.y === 'number' &&
  Number.isFinite(value.y);

const isDragged = (value: unknown): value is Presence['drag'][number] =>
  isRecord(value) && typeof value.id === 'string' && readPoint(value) !== null;
