import { useEffect } from 'react';
import { useMapSession } from '../session/SessionContext.tsx';
import { useView } from './viewStore.ts';

/** Others see what one has selected. */
export function useOwnPresence(): void {
  const { presence } = useMapSession();
  useEffect(() => {
    presence.update({ selection: useView.getState().selected });
    return useView.subscribe(({ selected }, before) => {
      if (selected !== before.selected) presence.update({ selection: selected });
    });
  }, [presence]);
}
