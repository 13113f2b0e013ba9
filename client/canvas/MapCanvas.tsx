import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useRef } from 'react';
import { CanvasProvider } from './CanvasProvider.tsx';
import { MarksProvider } from './MarksProvider.tsx';
import { Scene } from './Scene.tsx';

/** The map on screen. Fills what it is put into and needs the session of a map around it. */
export function MapCanvas() {
  const root = useRef<HTMLElement>(null);
  return (
    <ReactFlowProvider>
      <CanvasProvider root={root}>
        <MarksProvider>
          <Scene root={root} />
        </MarksProvider>
      </CanvasProvider>
    </ReactFlowProvider>
  );
}
