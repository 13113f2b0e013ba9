import { X } from 'lucide-react';
import { changeItems } from '../../../../shared/commands/changeItems.ts';
import { MEMBER_LIMIT } from '../../../../shared/model/fields.ts';
import type { Touchpoint } from '../../../../shared/model/records.ts';
import { newId } from '../../../session/newId.ts';
import { useMap, useRun } from '../../../session/SessionContext.tsx';
import { Combobox } from '../../../ui/Combobox.tsx';
import { PlainField, useReadOnly } from '../../../ui/ReadOnly.tsx';
import styles from './SystemsField.module.css';
import { systemsOn } from './suggestions.ts';

/** The systems these touchpoints use. With several selected, those of all are shown, and each is added to or taken from all. */
export function SystemsField({ touchpoints }: { readonly touchpoints: readonly Touchpoint[] }) {
  const run = useRun();
  const known = useMap(systemsOn);
  const readOnly = useReadOnly();
  const used = [...new Set(touchpoints.flatMap(({ systems }) => systems))].sort((a, b) => a.localeCompare(b));
  if (readOnly) return <PlainField label="Systems used" value={used.join(', ')} />;
  const everywhere = (system: string) => touchpoints.every(({ systems }) => systems.includes(system));
  const change = (next: (systems: readonly string[]) => readonly string[]) => {
    // Each has a list of its own, so each is changed alone; the key makes them one undo step.
    const together = `systems:${newId()}`;
    for (const { id, systems } of touchpoints) {
      run(changeItems, { kind: 'touchpoint', ids: [id], fields: { systems: next(systems) } }, together);
    }
  };
  const add = (text: string) => {
    const system = text.trim();
    if (system) change((systems) => (systems.includes(system) ? systems : [...systems, system]));
  };
  return (
    <div data-field="systems">
      <Combobox
        label="Systems used"
        value=""
        placeholder="Add a system"
        maxLength={MEMBER_LIMIT}
        options={known.filter((system) => !used.includes(system)).map((system) => ({ id: system, label: system }))}
        onPick={add}
        onText={add}
      />
      {used.length > 0 && (
        <ul className={styles.chips} aria-label="Systems used">
          {used.map((system) => (
            <li key={system} className={styles.chip}>
              {system}
              {!everywhere(system) && <span className={styles.some}>some</span>}
              <button
                type="button"
                className={styles.remove}
                aria-label={`Take out ${system}`}
                onClick={() => change((systems) => systems.filter((other) => other !== system))}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
