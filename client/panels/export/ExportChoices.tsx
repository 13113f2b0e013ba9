import type { ReactNode } from 'react';
import type { PartName } from '../../../shared/export/options.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import { Select } from '../../ui/Select.tsx';
import { type Choices, formatChoices, modeChoices, partChoicesOf, sheetChoices } from './choices.ts';
import styles from './ExportDialog.module.css';

interface ExportChoicesProps {
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
  /** What is said about the pages. */
  readonly children?: ReactNode;
}

/** The kind of file, and what can be chosen for it. Whoever may only read a map may still choose. */
export function ExportChoices({ choices, onChange, children }: ExportChoicesProps) {
  const { format, mode, sheet, include, grey, transparent } = choices;
  const isPdf = format === 'pdf';
  const isPicture = format === 'png' || format === 'svg';
  const parts = partChoicesOf(choices);
  const toggle = (part: PartName) => (on: boolean) =>
    onChange({ include: on ? [...include, part] : include.filter((one) => one !== part) });
  return (
    <ReadOnly value={false}>
      <div className={styles.choices}>
        <fieldset className={styles.formats}>
          <legend className={styles.legend}>File</legend>
          {formatChoices.map(({ value, label }) => (
            <label key={value} className={styles.format}>
              <input
                type="radio"
                name="format"
                className={styles.radio}
                checked={value === format}
                onChange={() => onChange({ format: value })}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <p className={styles.hint}>{formatChoices.find(({ value }) => value === format)?.says}</p>
        {isPdf && (
          <Select label="Pages" value={mode} options={modeChoices} onChange={(value) => onChange({ mode: value })} />
        )}
        {isPdf && (
          <Select label="Paper" value={sheet} options={sheetChoices} onChange={(value) => onChange({ sheet: value })} />
        )}
        {children}
        {parts.length > 0 && (
          <fieldset className={styles.parts}>
            <legend className={styles.legend}>Show</legend>
            {parts.map(({ value, label }) => (
              <Checkbox key={value} label={label} checked={include.includes(value)} onChange={toggle(value)} />
            ))}
          </fieldset>
        )}
        {(isPdf || isPicture) && (
          <fieldset className={styles.parts}>
            <legend className={styles.legend}>Colour</legend>
            <Checkbox label="Black and white" checked={grey} onChange={(on) => onChange({ grey: on })} />
            {isPicture && (
              <Checkbox
                label="Transparent background"
                checked={transparent}
                onChange={(on) => onChange({ transparent: on })}
              />
            )}
          </fieldset>
        )}
      </div>
    </ReadOnly>
  );
}
