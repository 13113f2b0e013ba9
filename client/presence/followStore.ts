import { create } from 'zustand';
import { chooseView } from '../views/viewChoice.ts';

/** Whom this page goes along with. */
export type Followed =
  | { readonly kind: 'person'; readonly user: string; readonly name: string }
  /** Somebody who presents the map stage by stage. */
  | { readonly kind: 'presenter'; readonly client: number; readonly name: string };

interface Follow {
  readonly target: Followed | null;
}

export const useFollow = create<Follow>(() => ({ target: null }));

export function follow(target: Followed): void {
  chooseView('map');
  useFollow.setState({ target });
}

export const stopFollowing = (): void => useFollow.setState({ target: null });
