import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLayoutPart } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { addInCell, addLaneBefore, addStageBefore, cellToFill } from './addItems.ts';
import styles from './Controls.module.css';
import { useCanvas } from './canvasContext.ts';
import { useView } from './viewStore.ts';

/** On a map that has hardly begun: the next thing to do, where it will be. */
export function Start() {
  const canvas = useCanvas();
  const mayEdit = useMayEdit();
  const editing = useView((view) => view.editing !== null);
  const stages = useLayoutPart((layout) => layout.stages.length);
  const lanes = useLayoutPart((layout) => layout.lanes.length);
  // Whoever hides lanes has begun, and sees not all there is.
  const hides = useMap((map) => map.lanes.list.length) > lanes;
  const cards = useLayoutPart((layout) => layout.cards.length);
  if (editing || cards > 0) return null;
  if (!mayEdit) return stages === 0 ? <NothingYet /> : null;
  if (stages === 0) {
    return (
      <Hint
        title="Begin with the customer's way"
        text="Stages are its phases, such as Marketing, Sales, Service and Farewell. Each has steps: what the customer does."
        action="Add the first stage"
        onClick={() => addStageBefore(canvas, null)}
      />
    );
  }
  if (hides) return null;
  if (lanes === 0) {
    return (
      <Hint
        title="Now who is at work"
        text="Each department gets a lane, the ones customers never see as well."
        action="Add the first department"
        onClick={() => addLaneBefore(canvas, 'department', null)}
      />
    );
  }
  const addFirst = () => {
    // The first of all, wherever the keyboard was last.
    useView.getState().select([]);
    useView.getState().enterCell(null);
    const place = cellToFill(canvas);
    if (place) addInCell(canvas, place);
  };
  return (
    <Hint
      title="What happens there"
      text="Double-click a cell to add a touchpoint. Enter makes the next one below, Tab the next step's."
      action="Add the first touchpoint"
      onClick={addFirst}
    />
  );
}

const NothingYet = () => (
  <div className={styles.start}>
    <strong>Nothing is drawn here yet</strong>
    <span>You see it as soon as somebody begins.</span>
  </div>
);

interface HintProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly action: string;
  readonly onClick: () => void;
}

const Hint = ({ title, text, action, onClick }: HintProps) => (
  <div className={styles.start}>
    <strong>{title}</strong>
    <span>{text}</span>
    <button type="button" className={styles.startButton} onClick={onClick}>
      <Plus size={16} aria-hidden /> {action}
    </button>
  </div>
);
