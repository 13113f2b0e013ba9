import { addPerson } from '../../../../shared/commands/addPerson.ts';
import { changeItems } from '../../../../shared/commands/changeItems.ts';
import { idOf, type LaneId, type PersonId } from '../../../../shared/model/ids.ts';
import { TITLE_LIMIT } from '../../../../shared/model/titles.ts';
import { newId } from '../../../session/newId.ts';
import { useMap, useRun } from '../../../session/SessionContext.tsx';
import { Combobox } from '../../../ui/Combobox.tsx';
import { commonOf } from '../common.ts';

interface OwnerFieldProps {
  readonly kind: 'touchpoint' | 'handoff' | 'initiative';
  readonly items: readonly { readonly id: string; readonly owner: PersonId | null }[];
  /** Where somebody new most likely works. */
  readonly department: LaneId | null;
  readonly labelHidden?: boolean;
}

/** Who owns these items: one of the map's people, or somebody new, made while typing. */
export function OwnerField({ kind, items, department, labelHidden = false }: OwnerFieldProps) {
  const run = useRun();
  const people = useMap((map) => map.people);
  const lanes = useMap((map) => map.lanes);
  const owner = commonOf(items, (item) => item.owner);
  const name = owner.status === 'same' && owner.value ? (people.get(owner.value)?.name ?? '') : '';
  const assign = (to: PersonId | null, together?: string) =>
    run(changeItems, { kind, ids: items.map(({ id }) => id), fields: { owner: to } }, together);
  const create = (newName: string) => {
    const id = idOf<'person'>(newId());
    // The same key for both: taking back the owner takes back the person.
    const together = `new-owner:${id}`;
    const added = run(addPerson, { id, fields: { name: newName, department } }, together);
    if (added.status === 'done') assign(id, together);
  };
  return (
    <div data-field="owner">
      <Combobox
        label="Owner"
        labelHidden={labelHidden}
        value={name}
        placeholder={owner.status === 'mixed' ? 'Different owners' : 'Nobody yet'}
        options={people.list.map((person) => {
          const hint = (person.department && lanes.get(person.department)?.title) || person.role;
          return { id: person.id, label: person.name || 'Unnamed', ...(hint ? { hint } : {}) };
        })}
        maxLength={TITLE_LIMIT}
        createLabel={(text) => `Add “${text}”`}
        clearLabel="Nobody"
        onPick={(id) => assign(idOf(id))}
        picksByName
        onCreate={create}
        onClear={() => assign(null)}
      />
    </div>
  );
}
