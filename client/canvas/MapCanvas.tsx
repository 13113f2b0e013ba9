import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useLayoutEffect, useRef, useState } from 'react';
import { CanvasProvider } from './CanvasProvider.tsx';
import styles from './MapCanvas.module.css';
import { MarksProvider } from './MarksProvider.tsx';
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
        // React Flow would measure itself once it stands; told of its size it draws the map at the first go.
        <ReactFlowProvider initialWidth={size.width} initialHeight={size.height}>
          <CanvasProvider root={root}>
            <MarksProvider>
              <Scene root={root} />
            </MarksProvider>
          </CanvasProvider>
        </ReactFlowProvider>
      )}
    </div>
  );
}
