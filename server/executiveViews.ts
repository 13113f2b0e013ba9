import type { ExecutivePage } from '../shared/executive/executivePage.ts';
import { isoToday } from '../shared/model/day.ts';
import type { Maps } from './maps.ts';
import type { TaskPool } from './tasks/taskPool.ts';

interface Drawing {
  readonly now: Promise<ExecutivePage>;
  next: Promise<ExecutivePage> | null;
}

/**
 * Draws executive views beside the rooms. When a board of twenty looks at one map while it is edited, each change
 * would be drawn twenty times: so one drawing of a map is under way at a time, and whoever asks meanwhile shares the
 * one that begins after it, which has everything that was on the map when they asked.
 */
export class ExecutiveViews {
  readonly #maps: Maps;
  readonly #tasks: TaskPool;
  readonly #drawings = new Map<string, Drawing>();

  constructor(maps: Maps, tasks: TaskPool) {
    this.#maps = maps;
    this.#tasks = tasks;
  }

  /** Rejects with `MapUnavailable`. */
  of(map: string): Promise<ExecutivePage> {
    const drawing = this.#drawings.get(map);
    if (!drawing) return this.#begin(map);
    const settled = drawing.now.then(
      () => {},
      () => {},
    );
    drawing.next ??= settled.then(() => this.#begin(map));
    return drawing.next;
  }

  #begin(map: string): Promise<ExecutivePage> {
    const now = this.#draw(map).finally(() => {
      if (this.#drawings.get(map)?.now === now) this.#drawings.delete(map);
    });
    this.#drawings.set(map, { now, next: null });
    return now;
  }

  async #draw(map: string): Promise<ExecutivePage> {
    return this.#tasks.run('executive', { map: await this.#maps.read(map), today: isoToday(new Date()) });
  }
}
