import '@xyflow/react/dist/style.css';
import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Scene } from '../scene.ts';
import { appElement, loadScene, opening } from './reference.ts';

// React Flow as its first page of instructions says, with a card of one's own.

type CardNode = Node<{ title: string; channel: string; owner: string }, 'card'>;

function Card({ data }: NodeProps<CardNode>) {
  return (
    <div className="card">
      <Handle type="target" position={Position.Left} />
      <div>{data.title}</div>
      <div className="meta">
        <span>{data.channel}</span>
        <span>{data.owner}</span>
      </div>
      <Handle type="source" position={Position.Right} />
    </div>
  );
}

const nodeTypes = { card: Card };

function Page({ scene }: { readonly scene: Scene }) {
  const [nodes, setNodes, onNodesChange] = useNodesState<CardNode>(
    scene.cards.map(({ id, x, y, width, height, title, channel, owner }) => ({
      id,
      type: 'card',
      position: { x, y },
      width,
      height,
      data: { title, channel, owner },
    })),
  );
  const [edges, , onEdgesChange] = useEdgesState<Edge>(
    scene.handoffs.map(({ id, from, to }) => ({ id, source: from, target: to })),
  );
  useEffect(() => {
    window.reference = {
      change: (index, title) =>
        setNodes((all) => all.map((node, at) => (at === index ? { ...node, data: { ...node.data, title } } : node))),
    };
  }, [setNodes]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      defaultViewport={opening}
      minZoom={0.05}
      panOnScroll
      panOnScrollSpeed={1}
    />
  );
}

const scene = await loadScene();
createRoot(appElement()).render(<Page scene={scene} />);
