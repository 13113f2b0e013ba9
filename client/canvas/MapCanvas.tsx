import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { layoutOf } from '../session/mapViews.ts';
import { useMapSession } from '../session/SessionContext.tsx';
import { CanvasProvider } from './CanvasProvider.tsx';
import styles from './MapCanvas.module.css';
import { MarksProvider } from './MarksProvider.tsx';
import { nodesOf } from './nodes.ts';
import { Scene } from './Scene.tsx';

/** The map on screen. Fills what it is put into and needs the session of a map around it. */
export function MapCanvas() {
  const frame = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    if (frame.current) setSize({ width: frame.current.offsetWidth, height: frame.current.offsetHeight });
  }, []);
  return (
    <div ref={frame} className={styles.frame}>
      {size && (
        <Sized {...size}>
          <CanvasProvider root={root}>
            <MarksProvider>
              <Scene root={root} />
            </MarksProvider>
          </CanvasProvider>
        </Sized>
      )}
    </div>
  );
}

interface SizedProps {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** React Flow would measure itself and take the cards once it stands; told of both it draws them at the first go. */
function Sized({ width, height, children }: SizedProps) {
  const { store } = useMapSession();
  const [nodes] = useState(() => nodesOf(layoutOf(store.getState().map)));
  return (
    <ReactFlowProvider initialWidth={width} initialHeight={height} initialNodes={nodes}>
      {children}
    </ReactFlowProvider>
  );
}
