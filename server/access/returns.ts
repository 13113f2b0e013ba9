import type { AccessChange } from './access.ts';
import type { AccessControl } from './accessControl.ts';

interface Waiting {
  readonly map: string;
  readonly person: string;
  /** Asks again, and ends the wait when there is a right by now. */
  readonly look: () => void;
  readonly end: () => void;
}

export interface ReturnLimits {
  /** The longest wait, in milliseconds: shorter than what proxies take for a connection that died. */
  readonly longest: number;
  readonly ofOne: number;
  readonly ofAll: number;
}

const LIMITS: ReturnLimits = { longest: 25_000, ofOne: 8, ofAll: 2_000 };

/** Lets people who lost a map wait until they are let in again, instead of asking every few seconds. */
export class Returns {
  readonly #access: Pick<AccessControl, 'roleOn' | 'onChange'>;
  readonly #limits: ReturnLimits;
  readonly #waiting = new Set<Waiting>();
  readonly #stop: () => void;

  constructor(access: Pick<AccessControl, 'roleOn' | 'onChange'>, limits: Partial<ReturnLimits> = {}) {
    this.#access = access;
    this.#limits = { ...LIMITS, ...limits };
    this.#stop = access.onChange((change) => {
      for (const one of this.#waiting) if (concerns(change, one)) one.look();
    });
  }

  /**
   * Resolves as soon as somebody has a right on a map, when it has taken too long, when `gone` says that nobody waits
   * any more, and at once where too many wait. What they may do is asked afterwards. Never rejects.
   */
  until(map: string, person: string, gone: AbortSignal): Promise<void> {
    const { ofOne, ofAll, longest } = this.#limits;
    const own = [...this.#waiting].filter((one) => one.person === person).length;
    if (gone.aborted || own >= ofOne || this.#waiting.size >= ofAll) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', end);
        this.#waiting.delete(one);
        resolve();
      };
      const look = () => void this.#access.roleOn(map, person).then((role) => role && end(), end);
      const one: Waiting = { map, person, look, end };
      const timer = setTimeout(end, longest);
      gone.addEventListener('abort', end);
      this.#waiting.add(one);
      // After it listens: a right that came between would be missed otherwise.
      look();
    });
  }

  /** How many wait. */
  get count(): number {
    return this.#waiting.size;
  }

  /** The server ends: nobody is kept any longer. */
  stop(): void {
    this.#stop();
    for (const one of this.#waiting) one.end();
  }
}

function concerns(change: AccessChange, { map, person }: Waiting): boolean {
  switch (change.kind) {
    case 'rights':
      return (change.map ?? map) === map && (change.person ?? person) === person;
    case 'moved':
      return change.to === person;
    case 'session':
    case 'person':
      return false;
    default:
      return change satisfies never;
  }
}
