import { useEffect, useState } from 'react';
import { useKeptNote } from '../offline/useKeptNote.ts';
import { SessionProvider, useMap } from '../session/SessionContext.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { Opened } from './opening/Opened.tsx';
import { Skeleton } from './opening/Skeleton.tsx';
import { RoleNews } from './RoleNews.tsx';

/** The page of one map. */
export default function EditorPage({ mapId }: { readonly mapId: string }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <TooltipProvider>
      {/* A refused connection stays closed; trying again means a new session. */}
      <SessionProvider key={attempt} mapId={mapId} meanwhile={<Skeleton />}>
        <PageTitle />
        <RoleNews />
        <Opened onRetry={() => setAttempt(attempt + 1)} />
      </SessionProvider>
      <Toaster />
    </TooltipProvider>
  );
}

function PageTitle() {
  useKeptNote();
  const title = useMap((map) => map.meta.title);
  useEffect(() => {
    document.title = title ? `${title} - Throughline` : 'Throughline';
  }, [title]);
  return null;
}
