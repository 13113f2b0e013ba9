import { ReactFlow, ViewportPortal } from '@xyflow/react';
import { memo, Suspense, useState } from 'react';
import { OthersLayer } from '../presence/OthersLayer.tsx';
import { latePart } from '../ui/lazyPart.ts';
import { CardNode } from './CardNode.tsx';
import { CellPluses } from './CellPlus.tsx';
import { useCanvas } from './canvasContext.ts';
import { EmotionLayer } from './EmotionLayer.tsx';
import { GapLayer } from './GapLayer.tsx';
import { GestureLayer } from './GestureLayer.tsx';
import { Ground } from './Ground.tsx';
import { HandoffLayer } from './HandoffLayer.tsx';
import { NoteNode } from './NoteNode.tsx';
import type { MapNode } from './nodes.ts';
import { useNodes } from './useNodes.ts';
import { MAX_ZOOM, useLeastZoom } from './useOpening.ts';

// Comments come after the map is drawn.
const PinLayer = latePart(() => import('./PinLayer.tsx'));
const MetricsRow = latePart(() => import('./MetricsRow.tsx'));
const nodeTypes = { touchpoint: CardNode, note: NoteNode };
/** Only the middle button pans by dragging; Space does with the left one. A finger always pans. */
const PAN_BUTTONS = [1];
const HIDDEN_LABEL = { hideAttribution: true };

/**
 * What pans and zooms. React Flow keeps the viewport and draws the cards it is given, which are those in sight;
 * selecting, dragging and linking are ours, since they work on the map and not on boxes.
 */
export const Flow = memo(function Flow() {
  const nodes = useNodes();
  const leastZoom = useLeastZoom();
  const canvas = useCanvas();
  const [opening] = useState(() => canvas.viewport());
  return (
    <ReactFlow<MapNode>
      nodes={nodes}
      nodeTypes={nodeTypes}
      defaultViewport={opening}
      minZoom={leastZoom}
      maxZoom={MAX_ZOOM}
      panOnScroll
      panOnScrollSpeed={1}
      panOnDrag={PAN_BUTTONS}
      zoomOnDoubleClick={false}
      zoomActivationKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      deleteKeyCode={null}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      elementsSelectable={false}
      edgesFocusable={false}
      disableKeyboardA11y
      autoPanOnNodeFocus={false}
      proOptions={HIDDEN_LABEL}
      aria-label="Journey"
    >
      <ViewportPortal>
        <Ground />
        <EmotionLayer />
        <HandoffLayer />
        <GapLayer />
        <Suspense>
          <PinLayer />
          <MetricsRow />
        </Suspense>
        <CellPluses />
        <GestureLayer />
        <OthersLayer />
      </ViewportPortal>
    </ReactFlow>
  );
});
