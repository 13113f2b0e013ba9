import { useMemo } from 'react';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { compareMaps } from '../../../shared/insights/compareMaps.ts';
import { isoToday } from '../../../shared/model/day.ts';
import { counted } from '../../../shared/model/inWords.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { useMap, useWholeMap } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { mapPath } from '../../ui/route.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { CurveTable } from '../CurveTable.tsx';
import view from '../View.module.css';
import styles from './Compare.module.css';
import { FindingList } from './FindingList.tsx';
import { LeadingInitiatives } from './LeadingInitiatives.tsx';
import { isGone, NoCounterpart } from './NoCounterpart.tsx';
import { useCounterpart } from './useCounterpart.ts';

/** The journey as it is beside the journey as it should be. */
export default function CompareView() {
  const counterpart = useMap((map) => map.meta.counterpart);
  // An address can lead here though there is no other map.
  return counterpart === '' ? <NoCounterpart error={null} /> : <WithCounterpart counterpart={counterpart} />;
}

function WithCounterpart({ counterpart }: { readonly counterpart: string }) {
  const { state, again } = useCounterpart(counterpart);
  switch (state.status) {
    case 'loading':
      return (
        <div className={styles.loading}>
          <Spinner />
        </div>
      );
    case 'failed':
      if (isGone(state.error)) return <NoCounterpart error={state.error} />;
      return (
        <div className={view.page}>
          <h2 className={view.title}>Compare</h2>
          <p className={view.empty}>{state.message}</p>
          <div>
            <Button onClick={again}>Try again</Button>
          </div>
        </div>
      );
    case 'there':
      return <Compared other={state.map} counterpart={counterpart} onRefresh={again} />;
    default:
      return state satisfies never;
  }
}

interface ComparedProps {
  readonly other: MapSnapshot;
  readonly counterpart: string;
  readonly onRefresh: () => void;
}

function Compared({ other, counterpart, onRefresh }: ComparedProps) {
  const here = useWholeMap();
  const isFuture = here.meta.state === 'future';
  const comparison = useMemo(() => {
    const today = isoToday(new Date());
    const judged = (map: MapSnapshot) => ({ map, findings: findGaps(map, today) });
    const [current, future] = isFuture ? [other, here] : [here, other];
    return compareMaps(judged(current), judged(future));
  }, [here, other, isFuture]);
  const { steps, closed, opened, kept, initiatives } = comparison;
  const better = steps.filter(({ before, after }) => before !== null && after !== null && after > before).length;
  const worse = steps.filter(({ before, after }) => before !== null && after !== null && after < before).length;
  return (
    <div className={view.page}>
      <header className={view.head}>
        <h2 className={view.title}>As it is, and as it should be</h2>
        <div className={view.space} />
        <Button onClick={onRefresh}>Look again</Button>
        <Link href={mapPath(counterpart)} className={styles.open}>
          Open the {isFuture ? 'current' : 'future'} state
        </Link>
        <p className={view.lead}>
          {counted(closed.length, 'gap')} closed, {opened.length} new, {kept.length} in both. {better} of {steps.length}{' '}
          steps feel better{worse > 0 ? `, ${worse} worse` : ''}.
        </p>
      </header>
      <section className={view.section} aria-label="How it feels">
        <h3 className={view.heading}>How it feels, then and now</h3>
        <CurveTable
          label="Emotion now and then"
          columns={steps.map(({ title, current, future }, index) => ({
            id: current?.id ?? future?.id ?? String(index),
            title: `${title || 'Untitled step'}${current ? (future ? '' : ' (goes)') : ' (new)'}`,
          }))}
          lines={[
            { id: 'future', label: 'As it should be', values: steps.map(({ after }) => after), strong: true },
            { id: 'current', label: 'As it is', values: steps.map(({ before }) => before), strong: false },
          ]}
        />
      </section>
      <div className={styles.lists}>
        <FindingList
          title="Gaps closed"
          findings={closed}
          empty="None yet: the future state has the same gaps."
          tone="good"
        />
        <FindingList title="New gaps" findings={opened} empty="None: nothing is broken that works today." tone="bad" />
      </div>
      <LeadingInitiatives initiatives={initiatives} />
    </div>
  );
}
