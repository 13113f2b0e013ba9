import { useMemo } from 'react';
import { moneyAtStake } from '../../../shared/gaps/moneyAtStake.ts';
import type { EmotionLine } from '../../../shared/insights/emotionLine.ts';
import { signed } from '../../../shared/model/inWords.ts';
import type { Persona } from '../../../shared/model/records.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { NumberField } from '../../panels/details/fields/NumberField.tsx';
import { WordField } from '../../panels/details/fields/WordField.tsx';
import { useChange } from '../../panels/details/useChange.ts';
import { compactMoney, currencySign } from '../../panels/format.ts';
import { orNull, PROFITABILITY_OPTIONS } from '../../panels/words.ts';
import { findingsOf } from '../../session/findings.ts';
import { useWholeMap } from '../../session/SessionContext.tsx';
import { Select } from '../../ui/Select.tsx';
import { choosePersona, mapFor, usePersona } from '../chosenPersona.ts';
import { GridTable } from '../GridTable.tsx';
import view from '../View.module.css';
import styles from './PersonaTable.module.css';

const TITLES = [
  'Seen as',
  'Goals',
  'Share',
  'Profitability',
  'Cost to serve',
  'Lowest point',
  'Gaps',
  'At stake a month',
];

/** The personas beside one another, each with what is at stake with them. Choosing one filters the map. */
export function PersonaTable({ lines }: { readonly lines: readonly EmotionLine[] }) {
  const map = useWholeMap();
  const chosen = usePersona();
  return (
    <GridTable titles={TITLES}>
      <tbody>
        <tr>
          <th scope="row">
            <Choice label="Everyone" checked={chosen === null} onChoose={() => choosePersona(null)} />
          </th>
          <td colSpan={4} className={view.muted}>
            All customers of the map
          </td>
          <Outcome map={map} persona={null} line={lines.find(({ persona }) => persona === null)} />
        </tr>
        {map.personas.list.map((persona) => (
          <PersonaRow
            key={persona.id}
            map={map}
            persona={persona}
            chosen={chosen?.id === persona.id}
            line={lines.find((line) => line.persona?.id === persona.id)}
          />
        ))}
      </tbody>
    </GridTable>
  );
}

interface PersonaRowProps {
  readonly map: MapSnapshot;
  readonly persona: Persona;
  readonly chosen: boolean;
  readonly line: EmotionLine | undefined;
}

function PersonaRow({ map, persona, chosen, line }: PersonaRowProps) {
  const change = useChange('persona', [persona]);
  const { id, name, goals, share, profitability, costToServe } = persona;
  const same = (value: number | null) => ({ status: 'same', value }) as const;
  return (
    <tr>
      <th scope="row">
        <Choice label={name || 'Unnamed persona'} checked={chosen} onChoose={() => choosePersona(id)} />
      </th>
      <td className={styles.goals}>
        <WordField labelHidden label="Goals" value={goals} onCommit={(next) => change({ goals: next })} />
      </td>
      <td className={styles.number}>
        <NumberField
          label="Share of customers"
          labelHidden
          min={0}
          max={100}
          unit="%"
          value={same(share)}
          onCommit={(next) => change({ share: next })}
        />
      </td>
      <td className={styles.choice}>
        <Select
          label="Profitability"
          labelHidden
          value={profitability ?? 'unknown'}
          options={PROFITABILITY_OPTIONS}
          onChange={(next) => change({ profitability: orNull(next) })}
        />
      </td>
      <td className={styles.number}>
        <NumberField
          label="Cost to serve"
          labelHidden
          min={0}
          unit={currencySign(map.meta.currency)}
          value={same(costToServe)}
          onCommit={(next) => change({ costToServe: next })}
        />
      </td>
      <Outcome map={map} persona={persona} line={line} />
    </tr>
  );
}

interface OutcomeProps {
  readonly map: MapSnapshot;
  readonly persona: Persona | null;
  readonly line: EmotionLine | undefined;
}

/** What the journey comes to for them. */
function Outcome({ map, persona, line }: OutcomeProps) {
  const open = useMemo(() => findingsOf(mapFor(map, persona)).filter(({ number }) => number !== null), [map, persona]);
  const money = moneyAtStake(open);
  const lowest = line?.lowest;
  return (
    <>
      <td className={styles.lowest}>
        {lowest ? (
          <button type="button" className={view.link} onClick={() => openDetails({ kind: 'step', id: lowest.step.id })}>
            {signed(lowest.value)} {lowest.step.title || 'Untitled step'}
          </button>
        ) : (
          <span className={view.muted}>not rated</span>
        )}
      </td>
      <td>{open.length}</td>
      <td>{money > 0 ? compactMoney(money, map.meta.currency) : '–'}</td>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

const Choice = ({ label, checked, onChoose }: ChoiceProps) => (
  <label className={styles.persona}>
    <input type="radio" name="seen-as" checked={checked} onChange={onChoose} />
    {label}
  </label>
);
