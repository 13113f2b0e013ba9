import { X } from 'lucide-react';
import type { Initiative } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useFindings } from '../../session/findings.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useReadOnly } from '../../ui/ReadOnly.tsx';
import styles from './Details.module.css';
import { Section } from './Section.tsx';
import { useChange } from './useChange.ts';

/** The gaps that an initiative answers: those that are still there, each with the way to it, and others to add. */
export function AnsweredGaps({ initiative }: { readonly initiative: Initiative }) {
  const change = useChange('initiative', [initiative]);
  const readOnly = useReadOnly();
  const show = useView((view) => view.show);
  const findings = useFindings();
  const answered = findings.filter(({ id }) => initiative.gaps.includes(id));
  const others = findings.filter(({ id, number }) => number !== null && !initiative.gaps.includes(id));
  return (
    <Section title="Gaps it answers" field="gaps">
      {answered.length === 0 && <p className={styles.text}>None that are still there.</p>}
      {answered.length > 0 && (
        <ul className={styles.links} aria-label="Gaps it answers">
          {answered.map(({ id, items, title, message }) => (
            <li key={id} className={styles.end}>
              <button type="button" className={styles.link} onClick={() => show(items.slice(0, 1))}>
                <span className={styles.linkName}>
                  {title} <span className={styles.hint}>{message}</span>
                </span>
              </button>
              {!readOnly && (
                <IconButton
                  label={`Take out: ${title}`}
                  small
                  icon={<X size={14} aria-hidden />}
                  onClick={() => change({ gaps: initiative.gaps.filter((gap) => gap !== id) })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && others.length > 0 && (
        <Combobox
          label="Answers this gap as well"
          value=""
          placeholder="Type to find it"
          options={others.map(({ id, number, title, message }) => ({ id, label: `${number} ${title}`, hint: message }))}
          onPick={(picked) => {
            const gap = others.find(({ id }) => id === picked)?.id;
            if (gap) change({ gaps: [...initiative.gaps, gap] });
          }}
        />
      )}
    </Section>
  );
}
