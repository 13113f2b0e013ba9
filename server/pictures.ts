import type { MapPicture } from '../shared/insights/mapPicture.ts';
import { isoToday } from '../shared/model/day.ts';
import type { Storage, StoredMap } from './storage/storage.ts';
import type { TaskPool } from './tasks/taskPool.ts';

/** Each is some hundred bytes. */
const KEPT = 2_000;

interface Kept {
  /** A picture holds as long as the map was not changed and, since some gaps come with time, for one day. */
  readonly key: string;
  readonly picture: Promise<MapPicture>;
}

/**
 * Pictures of maps for the list of maps, drawn from what is stored when somebody looks. In threads of their own and one
 * at a time, so that nobody who types and nothing that is saved waits for them; kept until the map changes.
 */
export class Pictures {
  readonly #storage: Pick<Storage, 'readLog'>;
  readonly #tasks: Pick<TaskPool, 'run'>;
  readonly #kept = new Map<string, Kept>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(storage: Pick<Storage, 'readLog'>, tasks: Pick<TaskPool, 'run'>) {
    this.#storage = storage;
    this.#tasks = tasks;
  }

  /** Rejects when the map cannot be read; the next one who asks has it tried again. */
  of({ id, updatedAt }: Pick<StoredMap, 'id' | 'updatedAt'>): Promise<MapPicture> {
    const today = isoToday(new Date());
    const key = `${updatedAt} ${today}`;
    const known = this.#kept.get(id);
    // Asked for anew, so that those nobody looks at go first.
    this.#kept.delete(id);
    const kept = known?.key === key ? known : { key, picture: this.#draw(id, today) };
    this.#kept.set(id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    kept.picture.catch(() => this.#kept.get(id) === kept && this.#kept.delete(id));
    return kept.picture;
  }

  #draw(id: string, today: string): Promise<MapPicture> {
    const drawn = this.#queue.then(async () =>
      this.#tasks.run('pictureOfLog', { log: await this.#storage.readLog(id), today }),
    );
    this.#queue = drawn.catch(() => {});
    return drawn;
  }
}
