import { useMemo, useState } from 'react';
import { customerChain } from '../../../shared/insights/customerChain.ts';
import { brokenHandoffIds } from '../../../shared/insights/executive.ts';
import { handoffMatrix, type MatrixCell } from '../../../shared/insights/handoffMatrix.ts';
import { counted } from '../../../shared/model/inWords.ts';
import { useFindings } from '../../session/findings.ts';
import { useWholeMap } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import view from '../View.module.css';
import { Chain } from './Chain.tsx';
import { HandoffTable } from './HandoffTable.tsx';
import { Matrix } from './Matrix.tsx';

/** Which cell is open: null shows all hand-offs. */
type Chosen = Pick<MatrixCell, 'from' | 'to'> | null;

/** Who hands over to whom, and where it breaks. */
export default function HandoffsView() {
  const map = useWholeMap();
  const findings = useFindings();
  const [chosen, setChosen] = useState<Chosen>(null);
  const open = useMemo(() => findings.filter(({ number }) => number !== null), [findings]);
  const broken = useMemo(() => brokenHandoffIds(open), [open]);
  const matrix = useMemo(() => handoffMatrix(map, broken), [map, broken]);
  const chain = useMemo(() => customerChain(map), [map]);
  const cell = matrix.cells.find(({ from, to }) => from === chosen?.from && to === chosen.to) ?? null;
  const nameOf = (lane: string) => map.lanes.get(lane)?.title || 'Untitled lane';
  const { handoffs, broken: brokenOnes } = matrix.crossing;
  return (
    <div className={view.page}>
      <header className={view.head}>
        <h2 className={view.title}>Hand-offs</h2>
        <p className={view.lead}>
          {handoffs === 0
            ? 'Nothing is handed from one department to another yet. Draw hand-offs on the map; here they are counted.'
            : `${counted(handoffs, 'hand-off')} between departments, ${brokenOnes === 0 ? 'none of them broken' : `${brokenOnes} of them broken`}.`}
        </p>
      </header>
      <Chain chain={chain} broken={broken} />
      {matrix.cells.length > 0 && (
        <>
          <section className={view.section} aria-label="From department to department">
            <h3 className={view.heading}>From department to department</h3>
            <Matrix matrix={matrix} chosen={cell} onChoose={setChosen} />
          </section>
          <section className={view.section} aria-label="The hand-offs">
            <div className={view.head}>
              <h3 className={view.heading}>
                {cell ? `From ${nameOf(cell.from)} to ${nameOf(cell.to)}` : 'All hand-offs'}
              </h3>
              {cell && (
                <Button small onClick={() => setChosen(null)}>
                  Show all
                </Button>
              )}
            </div>
            <HandoffTable
              handoffs={cell ? cell.handoffs : matrix.cells.flatMap((some) => some.handoffs)}
              findings={open}
            />
          </section>
        </>
      )}
    </div>
  );
}
