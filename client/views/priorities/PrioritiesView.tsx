import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { isCampaign, priorities } from '../../../shared/insights/priorities.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { wantField } from '../../panels/details/fieldFocus.ts';
import { newId } from '../../session/newId.ts';
import { useRun, useWholeMap } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import view from '../View.module.css';
import { BubbleChart } from './BubbleChart.tsx';
import { Campaigns } from './Campaigns.tsx';
import { InitiativeTable } from './InitiativeTable.tsx';

/** What will be done about the gaps, by what it brings and what it takes. */
export default function PrioritiesView() {
  const map = useWholeMap();
  const run = useRun();
  const mayEdit = useMayEdit();
  const { bubbles, unplaced } = useMemo(() => priorities(map), [map]);
  const initiatives = map.initiatives.list;
  const add = () => {
    const id = idOf<'initiative'>(newId());
    if (run(addInitiative, { id, fields: { title: 'New initiative' } }).status === 'refused') return;
    openDetails({ kind: 'initiative', id });
    wantField('title');
  };
  return (
    <div className={view.page}>
      <header className={view.head}>
        <h2 className={view.title}>Priorities</h2>
        <div className={view.space} />
        {mayEdit && (
          <Button look="primary" onClick={add}>
            <Plus size={16} aria-hidden />
            New initiative
          </Button>
        )}
      </header>
      {initiatives.length === 0 ? (
        <p className={view.empty}>
          Nothing is planned yet. A gap offers “Plan initiative”; what is planned stands here by impact and effort.
        </p>
      ) : (
        <>
          <section className={view.section} aria-label="Impact and effort">
            <h3 className={view.heading}>Impact and effort</h3>
            <BubbleChart bubbles={bubbles} mayEdit={mayEdit} />
            {unplaced.length > 0 && (
              <p className={view.note}>
                Without impact or effort yet: {unplaced.map(({ title }) => title || 'Untitled').join(', ')}.
              </p>
            )}
          </section>
          <section className={view.section} aria-label="Initiatives">
            <h3 className={view.heading}>Initiatives</h3>
            <InitiativeTable initiatives={initiatives} numbers={numbersOf(bubbles)} />
          </section>
          <Campaigns initiatives={initiatives.filter(isCampaign)} />
        </>
      )}
    </div>
  );
}

/** What stands in a bubble stands in the table, too. */
const numbersOf = (bubbles: ReturnType<typeof priorities>['bubbles']): ReadonlyMap<string, number> =>
  new Map(bubbles.map(({ initiative }, index) => [initiative.id, index + 1]));
