import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What it speaks of: what is said of the same later takes its place. */
  readonly about?: string;
}

interface Toasts {
  readonly shown: readonly Toast[];
}

/** What the page says in passing. More than three at once would be a wall: the oldest go. */
export const useToasts = create<Toasts>(() => ({ shown: [] }));

let lastId = 0;
const AT_ONCE = 3;

export function toast(text: string, options: Partial<Pick<Toast, 'tone' | 'action' | 'about'>> = {}): void {
  const next: Toast = { id: ++lastId, text, tone: 'plain', ...options };
  // The same words again replace themselves, so that holding a key down does not pile them up.
  useToasts.setState(({ shown }) => ({
    shown: [...shown.filter((other) => other.text !== text && !isAboutSame(other, next)), next].slice(-AT_ONCE),
  }));
}

const isAboutSame = (one: Toast, other: Toast): boolean => one.about !== undefined && one.about === other.about;

export const dismissToast = (id: number): void =>
  useToasts.setState(({ shown }) => ({ shown: shown.filter((other) => other.id !== id) }));
