import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import { MapUnavailable } from './mapUnavailable.ts';

const FIRST_RETRY = 200;
const LONGEST_RETRY = 5_000;

export interface LoadingOptions<T> {
  readonly load: () => Promise<T>;
  /** It is there. Throws `MapUnavailable` when nobody wants it any more. */
  readonly onLoaded: (loaded: T, hadFailed: boolean) => void;
  /** It cannot be had, and never will be as things are. */
  readonly onUnavailable: (reason: CloseReason) => void;
  /** It could not be read, which may pass. Answers whether to try again. */
  readonly onFailed: (text: string) => boolean;
}

/** Reads a room's document for all who wait for it; what fails is tried again, with growing pauses. */
export class Loading<T> {
  readonly #options: LoadingOptions<T>;
  #failures = 0;
  #retry: NodeJS.Timeout | null = null;
  #attempt: Promise<void> = Promise.resolve();

  constructor(options: LoadingOptions<T>) {
    this.#options = options;
  }

  /** The attempt under way, or the last one. Rejects with `MapUnavailable`. */
  get attempt(): Promise<void> {
    return this.#attempt;
  }

  get hasFailed(): boolean {
    return this.#failures > 0;
  }

  begin(): void {
    this.#attempt = this.#options.load().then(
      (loaded) => {
        const hadFailed = this.hasFailed;
        this.#failures = 0;
        this.#options.onLoaded(loaded, hadFailed);
      },
      (error: unknown) => this.#failed(error),
    );
    // Whoever waits for it hears of a failure; when nobody does, it is no unhandled rejection.
    this.#attempt.catch(() => {});
  }

  close(): void {
    if (this.#retry) clearTimeout(this.#retry);
  }

  /** A map that cannot be had is said to be so; anything else may pass, and whoever is here waits for it. */
  #failed(error: unknown): never {
    const { onUnavailable, onFailed } = this.#options;
    if (error instanceof MapUnavailable) {
      onUnavailable(error.reason);
      throw error;
    }
    if (onFailed(error instanceof Error ? error.message : String(error))) {
      const pause = Math.min(FIRST_RETRY * 2 ** this.#failures++, LONGEST_RETRY);
      this.#retry = setTimeout(() => this.begin(), pause);
    }
    throw new MapUnavailable(closeCodes.tryAgain);
  }
}
