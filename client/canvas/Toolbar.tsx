import { ArrowUpRight, type LucideIcon, MessageSquarePlus, MousePointer2, Smile, SquarePlus } from 'lucide-react';
import { createElement } from 'react';
import { useMap } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { useMayComment } from '../talk/useMayComment.ts';
import styles from './Controls.module.css';
import { useCanvas } from './canvasContext.ts';
import { commentHere } from './commentHere.ts';
import { spotNow } from './keys.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { type Tool, useView } from './viewStore.ts';

const TOOLS: readonly {
  readonly tool: Tool;
  readonly name: string;
  readonly key: string;
  readonly icon: LucideIcon;
}[] = [
  { tool: 'select', name: 'Select', key: 'V', icon: MousePointer2 },
  { tool: 'touchpoint', name: 'Touchpoint', key: 'T', icon: SquarePlus },
  { tool: 'handoff', name: 'Hand-off', key: 'H', icon: ArrowUpRight },
  { tool: 'emotion', name: 'Emotion', key: 'E', icon: Smile },
];

/** What a click on the map does. */
const HINTS: Readonly<Record<Tool, string | null>> = {
  select: null,
  touchpoint: 'Click a cell to add a touchpoint',
  handoff: 'Click the touchpoint that hands over',
  emotion: 'Click above a step, drag its point, or press 1 to 5',
};

/** On a map that has hardly begun there is nothing to click yet. */
const NO_CELLS = 'First a stage and a department: they make the cells';

export function Toolbar() {
  const tool = useView((view) => view.tool);
  const linking = useView((view) => view.linkFrom !== null);
  const setTool = useView((view) => view.setTool);
  const canvas = useCanvas();
  const mayEdit = useMayEdit();
  const mayComment = useMayComment();
  const hasCells = useMap((map) => map.steps.list.length > 0 && map.lanes.list.length > 0);
  if (!mayComment) return null;
  const hint = linking ? 'Now the one that takes over' : tool !== 'select' && !hasCells ? NO_CELLS : HINTS[tool];
  return (
    <div className={styles.bottom}>
      {hint && (
        <div className={styles.hint} role="status">
          {hint}
        </div>
      )}
      <SelectionBar />
      <div role="toolbar" aria-label="Tools" className={styles.toolbar}>
        {(mayEdit ? TOOLS : []).map(({ tool: value, name, key, icon }) => (
          <button
            key={value}
            type="button"
            className={styles.toolButton}
            aria-pressed={tool === value}
            aria-keyshortcuts={key}
            aria-label={name}
            data-key={key}
            onClick={() => setTool(value)}
          >
            {createElement(icon, { size: 16, 'aria-hidden': true })}
            <span className={styles.toolName}>{name}</span>
          </button>
        ))}
        <button
          type="button"
          className={styles.toolButton}
          aria-keyshortcuts="C"
          aria-label="Comment"
          data-key="C"
          onClick={() => commentHere(canvas, spotNow(canvas))}
        >
          <MessageSquarePlus size={16} aria-hidden />
          <span className={styles.toolName}>Comment</span>
        </button>
      </div>
    </div>
  );
}
