import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { SessionProvider } from '../session/SessionContext.tsx';

/** The page of one map. */
export default function EditorPage({ mapId }: { readonly mapId: string }) {
  return (
    <SessionProvider mapId={mapId}>
      <MapCanvas />
    </SessionProvider>
  );
}
