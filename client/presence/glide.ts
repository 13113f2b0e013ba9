import type { Other, Point } from './presence.ts';

/** Presence comes in steps; gliding from one to the next makes them a movement. */
const GLIDE_MS = 90;
const ORIGIN: Point = { x: 0, y: 0 };

/** Where somebody has what moves with them: their cursor, or the first of what they drag. */
export type Place = (other: Other) => Point | null | undefined;

interface Glider {
  readonly element: HTMLElement;
  readonly client: number;
  readonly place: Place;
  from: Point;
  at: Point;
  to: Point;
  since: number;
}

/**
 * Moves what the others have in their hands, without rendering anything. No transitions: each has styles computed and
 * tells the page of its beginning and its end, which thirty people make many hundreds of times a second.
 */
export class Glide {
  readonly #others: () => readonly Other[];
  readonly #gliders = new Set<Glider>();
  #frame: number | null = null;

  constructor(others: () => readonly Other[]) {
    this.#others = others;
  }

  /** Puts an element where it belongs, and moves it from there as long as it is held; answers how to let go. */
  hold(element: HTMLElement, client: number, place: Place): () => void {
    const other = this.#others().find((one) => one.client === client);
    const at = (other && place(other)) ?? ORIGIN;
    const glider = { element, client, place, from: at, at, to: at, since: 0 };
    this.#gliders.add(glider);
    draw(glider);
    return () => void this.#gliders.delete(glider);
  }

  /** The others may have moved. */
  follow(): void {
    const others = new Map(this.#others().map((other) => [other.client, other]));
    const now = performance.now();
    const since = prefersStill() ? Number.NEGATIVE_INFINITY : now;
    for (const glider of this.#gliders) {
      const other = others.get(glider.client);
      const to = other && glider.place(other);
      if (!to || (to.x === glider.to.x && to.y === glider.to.y)) continue;
      Object.assign(glider, { from: glider.at, to, since });
      this.#frame ??= requestAnimationFrame(this.#step);
    }
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  #step = (now: number): void => {
    this.#frame = null;
    for (const glider of this.#gliders) {
      const { from, to, since } = glider;
      if (glider.at === to) continue;
      const progress = Math.max(0, (now - since) / GLIDE_MS);
      glider.at = progress < 1 ? between(from, to, progress) : to;
      draw(glider);
      if (glider.at !== to) this.#frame ??= requestAnimationFrame(this.#step);
    }
  };
}

const between = (from: Point, to: Point, progress: number): Point => ({
  x: from.x + (to.x - from.x) * progress,
  y: from.y + (to.y - from.y) * progress,
});

function draw({ element, at: { x, y } }: Glider): void {
  element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
}

const prefersStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
