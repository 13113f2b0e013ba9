import { ClipboardPaste } from 'lucide-react';
import { useMemo, useState } from 'react';
import { coreNumbers } from '../../../shared/insights/coreNumbers.ts';
import { metricBoard } from '../../../shared/insights/metricBoard.ts';
import { quadrant } from '../../../shared/insights/quadrant.ts';
import { useWholeMap } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import view from '../View.module.css';
import { Board } from './Board.tsx';
import { CoreNumbers } from './CoreNumbers.tsx';
import { Quadrant } from './Quadrant.tsx';
import { RecordDialog } from './RecordDialog.tsx';

/** All numbers of the map: those that decide, those of each stage, and what they say about each department. */
export default function MetricsView() {
  const map = useWholeMap();
  const mayEdit = useMayEdit();
  const [recording, setRecording] = useState(false);
  const board = useMemo(() => metricBoard(map), [map]);
  const numbers = useMemo(() => coreNumbers(map), [map]);
  const standings = useMemo(() => quadrant(map), [map]);
  const any = map.metrics.list.length > 0;
  return (
    <div className={view.page}>
      <header className={view.head}>
        <h2 className={view.title}>Metrics</h2>
        <div className={view.space} />
        {mayEdit && any && (
          <Button look="primary" onClick={() => setRecording(true)}>
            <ClipboardPaste size={15} aria-hidden />
            Record values
          </Button>
        )}
      </header>
      <CoreNumbers numbers={numbers} />
      <section className={view.section} aria-label="Stage by stage">
        <h3 className={view.heading}>Stage by stage</h3>
        {board.length === 0 ? (
          <p className={view.empty}>Stages come first: draw one on the map, and what is measured there stands here.</p>
        ) : (
          <Board rows={board} />
        )}
      </section>
      <section className={view.section} aria-label="Departments">
        <h3 className={view.heading}>Departments</h3>
        <Quadrant standings={standings} />
      </section>
      {recording && <RecordDialog rows={board} onClose={() => setRecording(false)} />}
    </div>
  );
}
