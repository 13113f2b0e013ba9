import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import { reaches } from '../../shared/protocol/roles.ts';
import { layoutOf } from '../session/mapViews.ts';
import { useMapSession } from '../session/SessionContext.tsx';
import { type Canvas, CanvasContext } from './canvasContext.ts';
import { headerWidth } from './headerSizes.ts';
import { nodesOf } from './nodes.ts';
import { isIn } from './useNodes.ts';
import { openingView } from './useOpening.ts';
import { sightOf } from './useViewport.ts';

interface CanvasProviderProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** Hands the parts of the canvas what they work on. */
export function CanvasProvider({ root, children }: CanvasProviderProps) {
  const session = useMapSession();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const canvas = useMemo<Canvas>(() => {
    const map = () => session.store.getState().map;
    const viewport = () => {
      const [x, y, zoom] = flowStore.getState().transform;
      return { x, y, zoom };
    };
    return {
      session,
      mayEdit: () => reaches(session.store.getState().role, 'editor'),
      root: () => root.current,
      map,
      layout: () => layoutOf(map()),
      viewport,
      width: () => flowStore.getState().width,
      area() {
        const { x, y, zoom } = viewport();
        const { width, height } = flowStore.getState();
        const layout = layoutOf(map());
        const left = headerWidth(width);
        const top = layout.stageRowHeight + layout.stepRowHeight;
        return {
          x: (left - x) / zoom,
          y: (top - y) / zoom,
          width: (width - left) / zoom,
          height: (height - top) / zoom,
        };
      },
      moveTo: (next, gently = false) => void flow.setViewport(next, { duration: gently && !prefersStill() ? 180 : 0 }),
      onMove(listener) {
        let last = flowStore.getState().transform;
        return flowStore.subscribe(({ transform }) => {
          if (transform === last) return;
          last = transform;
          listener({ x: transform[0], y: transform[1], zoom: transform[2] });
        });
      },
      toContent: (x, y) => flow.screenToFlowPosition({ x, y }, { snapToGrid: false }),
    };
  }, [session, flow, flowStore, root]);
  // Before anybody looks: what is drawn first is what one sees when the map is open. React Flow would take the cards
  // once it stands; told of them here, it draws them at the first go, and none that is out of sight.
  useState(() => {
    const { x, y, zoom } = openingView(canvas);
    flowStore.setState({ transform: [x, y, zoom] });
    const sight = sightOf(flowStore, flowStore.getState());
    flowStore.getState().setNodes(nodesOf(canvas.layout()).filter((node) => isIn(sight, node)));
  });
  return <CanvasContext value={canvas}>{children}</CanvasContext>;
}

const prefersStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
