import { useMap, useMapSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import view from '../View.module.css';
import { copyAsOther } from './copyAsOther.ts';

interface NoCounterpartProps {
  /** The server's word for why there is none to be had; null: there never was. */
  readonly error: string | null;
}

/** There is nothing to compare with, and the way to something. */
export function NoCounterpart({ error }: NoCounterpartProps) {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const other = useMap((map) => (map.meta.state === 'current' ? 'future' : 'current'));
  return (
    <div className={view.page}>
      <h2 className={view.title}>Compare</h2>
      <p className={view.empty}>{whyWords(error, other)}</p>
      {mayEdit && (
        <div>
          <Button onClick={() => void copyAsOther(session)}>Copy as {other} state</Button>
        </div>
      )}
    </div>
  );
}

/** What the server answers where the other map is gone for whoever asks, now or for good. */
export const isGone = (error: string | null): boolean => error === 'unknown_map' || error === 'map_in_trash';

function whyWords(error: string | null, other: string): string {
  if (error === 'map_in_trash') return `The ${other} state of this map is in the trash.`;
  if (error === 'unknown_map') return `The ${other} state of this map was deleted, or is not shared with you.`;
  return `This map has no ${other} state yet. Make one by copying it: what you change there is compared with this one here.`;
}
