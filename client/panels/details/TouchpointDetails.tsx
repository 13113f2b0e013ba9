import { departmentOf } from '../../../shared/model/outline.ts';
import type { Touchpoint } from '../../../shared/model/records.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { compactMoney, currencySign } from '../format.ts';
import { commonOf } from './common.ts';
import styles from './Details.module.css';
import { NumberField } from './fields/NumberField.tsx';
import { OwnerField } from './fields/OwnerField.tsx';
import { SuggestField } from './fields/SuggestField.tsx';
import { SystemsField } from './fields/SystemsField.tsx';
import { channelsOn } from './fields/suggestions.ts';
import { TextRow } from './fields/TextRow.tsx';
import { LinkedHandoffs } from './LinkedHandoffs.tsx';
import { MetricsSection } from './metrics/MetricsSection.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { Columns, Section } from './Section.tsx';
import { useChange } from './useChange.ts';
import { useItems } from './useItems.ts';

export function TouchpointDetails({ ids }: { readonly ids: readonly string[] }) {
  const touchpoints = useItems('touchpoints', ids);
  const change = useChange('touchpoint', touchpoints);
  const channels = useMap(channelsOn);
  const currency = useMap((map) => map.meta.currency);
  const [first, ...others] = touchpoints;
  const department = useMap((map) => (first && departmentOf(map, first)?.id) ?? null);
  if (!first) return null;
  const only = others.length === 0;
  return (
    <>
      <Section>
        {only && <TextRow big label="Title" textRef={{ kind: 'touchpoint', id: first.id, field: 'title' }} />}
        {only && (
          <TextRow multiline label="Description" textRef={{ kind: 'touchpoint', id: first.id, field: 'description' }} />
        )}
        <Columns>
          <SuggestField
            label="Channel"
            field="channel"
            value={commonOf(touchpoints, ({ channel }) => channel)}
            suggestions={channels}
            onCommit={(channel) => change({ channel })}
          />
          <OwnerField kind="touchpoint" items={touchpoints} department={department} />
        </Columns>
        <SystemsField touchpoints={touchpoints} />
        <PlaceFields kind="touchpoint" items={touchpoints} />
      </Section>
      <Section title="Customers and money" field="moneyEach">
        <Columns>
          <NumberField
            label="Customers a month"
            min={0}
            value={commonOf(touchpoints, ({ customersPerMonth }) => customersPerMonth)}
            onCommit={(customersPerMonth) => change({ customersPerMonth })}
          />
          <NumberField
            label="At stake each"
            min={0}
            unit={currencySign(currency)}
            value={commonOf(touchpoints, ({ moneyEach }) => moneyEach)}
            onCommit={(moneyEach) => change({ moneyEach })}
          />
          <NumberField
            label="Cost each"
            min={0}
            unit={currencySign(currency)}
            value={commonOf(touchpoints, ({ costEach }) => costEach)}
            onCommit={(costEach) => change({ costEach })}
          />
        </Columns>
        <Sums touchpoints={touchpoints} currency={currency} />
      </Section>
      {only && <MetricsSection on={{ kind: 'touchpoint', id: first.id }} />}
      {only && <LinkedHandoffs touchpoint={first.id} />}
    </>
  );
}

/** What the numbers come to in a month, where they are known. */
function Sums({ touchpoints, currency }: { readonly touchpoints: readonly Touchpoint[]; readonly currency: string }) {
  const sum = (each: (touchpoint: Touchpoint) => number | null) =>
    touchpoints.reduce((total, touchpoint) => total + (touchpoint.customersPerMonth ?? 0) * (each(touchpoint) ?? 0), 0);
  const [stake, cost] = [sum(({ moneyEach }) => moneyEach), sum(({ costEach }) => costEach)];
  if (stake === 0 && cost === 0) return null;
  return (
    <p className={styles.sum}>
      {stake > 0 && (
        <>
          <strong>{compactMoney(stake, currency)}</strong> at stake a month.{' '}
        </>
      )}
      {cost > 0 && (
        <>
          <strong>{compactMoney(cost, currency)}</strong> cost a month.
        </>
      )}
    </p>
  );
}
